"""What was noted at a door, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.accounts.queries.people import names_of
from sanshe.core.files.queries import attachments
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.patrol import phrases
from sanshe.patrol.enums import Missing, Outcome, P, Result
from sanshe.patrol.models import Finding, Visit

FIELDS = ("outcome", "result", "kg", "is_kg_unknown", "reason", "words", "has_slip", "second_words")


@dataclass(frozen=True, slots=True)
class Line:
    """One visit: what it says in words, who noted it, the files that hang on it, whether another corrects it."""

    visit: Visit
    said: str
    by: str
    files: tuple[Any, ...]
    is_corrected: bool
    may_correct: bool


def lines(rows: Iterable[Visit], actor: Actor) -> list[Line]:
    found = list(rows)
    names = names_of({one.worker for one in found if one.worker})
    return [_line(one, names.get(one.worker, "") if one.worker else "", actor) for one in found]


def _line(one: Visit, by: str, actor: Actor) -> Line:
    is_corrected = bool(one.corrections.all())
    may = not is_corrected and (one.worker == actor.id or actor.may_at(P.ASSIGN, one.area_path))
    return Line(one, said(one), by, tuple(attachments("patrol.visit", one.pk)), is_corrected, may)


def said(one: Visit) -> str:
    """已查，存煤约 60 公斤."""
    words: list[Any] = [phrases.OUTCOMES[Outcome(one.outcome)]]
    if one.result:
        words.append(phrases.RESULTS[Result(one.result)])
    if one.reason:
        words.append(phrases.MISSING[Missing(one.reason)])
    if one.kg or one.is_kg_unknown:
        words.append(weight(one.kg))
    return "，".join(str(word) for word in [*words, one.words, one.second_words] if word)


def weight(kg: int | None) -> str:
    return _("约 {n} 公斤").format(n=kg) if kg else _("约数不明")


def told(one: Visit) -> dict[str, Any]:
    """What a correction begins with: everything but what was seen."""
    keep = {name: getattr(one, name) for name in FIELDS if name not in ("outcome", "result")}
    return keep | dict(one.answers)


def said_of(found: Finding) -> str:
    """What is told on the spot: the number, the term, and of what it is a rebound."""
    text = _("记下了，{name}，最迟 {day} 18:00。").format(name=found.name, day=shanghai.short(found.due_on))
    return text if found.reopens is None else text + rebound(found)


def rebound(found: Finding) -> str:
    """反弹：煤-030 12月22日销号，隔 57 天又发现."""
    old = found.reopens
    if old is None or old.ended_at is None:
        return ""
    ended = shanghai.day(old.ended_at)
    gap = (shanghai.day(found.found_at) - ended).days
    text = _("反弹：{name} {day}销号，隔 {n} 天又发现。")
    return text.format(name=old.name, day=shanghai.short(ended), n=gap)
