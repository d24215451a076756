"""What a draft may hold, what has to be there when it is handed in, who may judge it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from sanshe.core.kit.asked import day_of
from sanshe.core.rows.rules import refusal_of_count, refusal_of_phone
from sanshe.core.sheets.enums import Answer, R, SheetState
from sanshe.core.sheets.types import Question

SEEN = "_seen"  # beside the answers: in which version of its row each was last kept
Answers = Mapping[str, Any]


def refusal_of_money(text: str) -> R | None:
    """Yuan, with two places at most, or none."""
    whole, _, rest = text.strip().replace(",", "").partition(".")
    good = whole.isdecimal() and (rest.isdecimal() or not rest) and len(rest) <= 2
    return None if good or not text.strip() else R.NO_MONEY


def refusal_of_day(text: str) -> R | None:
    return R.NO_DAY if text and day_of(text) is None else None


CHECKS: Mapping[Answer, Callable[[str], StrEnum | None]] = {
    Answer.DAY: refusal_of_day,
    Answer.COUNT: refusal_of_count,
    Answer.MONEY: refusal_of_money,
    Answer.PHONE: refusal_of_phone,
}
AT_ONCE = (Answer.DAY, Answer.CHOICE)  # nobody types half of these


def fault_of(question: Question, text: str) -> StrEnum | None:
    """Why nobody can use this answer: one rule a kind, at every door. An empty one is no fault."""
    if len(text) > question.most:
        return R.TOO_LONG
    if question.kind == Answer.CHOICE:
        return None if not text or text in dict(question.options) else R.NO_CHOICE
    check = CHECKS.get(question.kind)
    return check(text) if check else None


def refusal_to_keep(questions: Iterable[Question], code: str, text: str) -> StrEnum | None:
    """Whether a draft may keep this text here; a half answer may, half a date may not."""
    question = next((one for one in questions if one.code == code), None)
    if question is None:
        return R.UNKNOWN_FIELD
    fault = fault_of(question, text)
    return fault if fault == R.TOO_LONG or question.kind in AT_ONCE else None


def missing(questions: Iterable[Question], answers: Answers) -> tuple[str, ...]:
    """Codes of questions still to be answered, in their order."""
    return tuple(one.code for one in questions if not one.is_optional and not answers.get(one.code, "").strip())


def wrong(questions: Iterable[Question], answers: Answers) -> dict[str, StrEnum]:
    """Which answers nobody can use, and why."""
    found = {one.code: fault_of(one, answers.get(one.code, "")) for one in questions}
    return {code: fault for code, fault in found.items() if fault}


def is_stale(answers: Answers, code: str, version: int) -> bool:
    """Whether another device kept this answer since `version` was read; of other answers it does not matter."""
    return bool(version < answers.get(SEEN, {}).get(code, 0))


def merged(answers: Answers, values: Mapping[str, str], version: int) -> dict[str, Any]:
    """The answers with these kept, in the row's next version."""
    return {**answers, **values, SEEN: marked(answers, values, version)}


def marked(answers: Answers, codes: Iterable[str], version: int) -> dict[str, int]:
    """In which version of its row each answer was last kept, once these are."""
    return {**answers.get(SEEN, {}), **dict.fromkeys(codes, version + 1)}


def refusal_to_hand_in(*, state: SheetState, left: int, wrong: int = 0) -> R | None:
    """Late is no reason: it is taken in and shown as late."""
    if state not in SheetState.writable():
        return R.CLOSED
    if left:
        return R.INCOMPLETE
    return R.WRONG if wrong else None


def refusal_to_judge(*, state: SheetState, is_own_hand: bool, agrees: bool, words: str) -> R | None:
    """Somebody else than who handed it in; a return says why, in sum or beside an answer."""
    if state != SheetState.SUBMITTED:
        return R.MOVE_NOT_ALLOWED
    if is_own_hand:
        return R.OWN_HAND
    return None if agrees or words.strip() else R.NO_WORDS


def is_late(*, handed_at: datetime.datetime | None, due: datetime.datetime | None) -> bool:
    """Whether it came after its last moment; what never came yet is judged by the clock of who asks."""
    return handed_at is not None and due is not None and handed_at >= due


def laid_down(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The questions as plain values, to be kept: words in the language they were written in."""
    return [
        {"code": one.code, "most": one.most, "kind": str(one.kind), "is_optional": one.is_optional,
         "label": str(one.label), "hint": str(one.hint), "options": [[code, str(word)] for code, word in one.options]}
        for one in questions
    ]  # fmt: skip


def read_back(rows: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    """The questions of a version that was kept."""
    return tuple(Question(**{**one, "kind": Answer(one["kind"]), "options": _pairs(one["options"])}) for one in rows)


def _pairs(rows: Iterable[Iterable[Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple((code, word) for code, word in rows)
