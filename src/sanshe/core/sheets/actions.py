"""Keep answers as they are typed, hand a sheet in, judge it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import translation

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move
from sanshe.core.sheets import rules
from sanshe.core.sheets.enums import R
from sanshe.core.sheets.enums import SheetState as S
from sanshe.core.sheets.models import Answered, BlankVersion, FilledSheet
from sanshe.core.sheets.types import BlankSheet, Question

LONGEST = 500


def keep_one(
    row: Answered, questions: Iterable[Question], *, field: str, value: str, version: int, **more: Any
) -> None:
    """Keep one answer. Another device's change of the same answer since `version` is refused as STALE with both texts;
    of other answers it is not, for a phone and a computer may write side by side."""
    insist(rules.refusal_to_keep(questions, field, value), field=field)
    insist(None if row.is_writable else R.CLOSED)
    kept = row.said.get(field, "")
    if kept == value:
        return
    if rules.is_stale(row.said, field, version):
        raise Refused(R.STALE, field=field, theirs=kept, yours=value)
    _keep(row, {field: value}, **more)


def keep_all(row: Answered, questions: Iterable[Question], *, values: Mapping[str, str], **more: Any) -> None:
    """Keep many answers at once: a whole page sent without scripts."""
    known = tuple(questions)
    for field, value in values.items():
        insist(rules.refusal_to_keep(known, field, value), field=field)
    insist(None if row.is_writable else R.CLOSED)
    _keep(row, values, **more)


def _keep(row: Answered, values: Mapping[str, str], **more: Any) -> None:
    change(row, refused=R.STALE, **{row.ANSWERS: rules.merged(row.said, values, row.version)}, **more)


@transaction.atomic
def keep_version(blank: BlankSheet, *, at: datetime) -> BlankVersion:
    """The version of a blank sheet that says just this; a new one when nobody was asked just this before."""
    with translation.override("zh-hans"):
        said = rules.laid_down(blank.questions)
    mark = fingerprint(said)
    found = BlankVersion.objects.filter(code=blank.code, fingerprint=mark).first()
    return found or _new_version(blank.code, said, mark, at)


def _new_version(code: str, said: list[dict[str, Any]], mark: str, at: datetime) -> BlankVersion:
    last = BlankVersion.objects.filter(code=code).aggregate(n=Max("version"))["n"] or 0
    told = {"version": last + 1, "questions": said, "kept_at": at}
    try:
        with transaction.atomic():
            return BlankVersion.objects.create(code=code, fingerprint=mark, **told)
    except IntegrityError:  # somebody handed in under the same new questions, or other new ones, just now
        found = BlankVersion.objects.filter(code=code, fingerprint=mark).first()
        return found or _new_version(code, said, mark, at)


def hand_in(row: FilledSheet, blank: BlankSheet, *, left: int, due: Due, by: Actor, at: datetime, **more: Any) -> bool:
    """Take it in, late or not, with the questions it answers; answers whether it came late with this act."""
    faults = rules.wrong(blank.questions, row.said)
    insist(rules.refusal_to_hand_in(state=S(row.state), left=left, wrong=len(faults)), left=left, **_first(faults))
    is_first, first = row.handed_at is None, row.handed_at or at
    is_late = rules.is_late(handed_at=first, due=due.moment)
    said = {"handed_at": first, "handed_by": by.id, "is_late": is_late, "words": "", "remarks": {}, **more}
    move(row, S.SUBMITTED, refused=R.MOVE_NOT_ALLOWED, blank=keep_version(blank, at=at), **said)
    return is_first and is_late


def _first(faults: Mapping[str, StrEnum]) -> dict[str, str]:
    return {"field": next(iter(faults))} if faults else {}


def judge(
    row: FilledSheet, *, agrees: bool, words: str, by: Actor, at: datetime, remarks: Mapping[str, str] | None = None
) -> None:
    """Agree, or return with words, in sum or beside single answers; never by who handed it in."""
    is_own = by.id is not None and row.handed_by == by.id
    beside = {
        code: text.strip()[:LONGEST] for code, text in (remarks or {}).items() if text.strip() and code in row.said
    }
    whole = words.strip() or "；".join(beside.values())
    insist(rules.refusal_to_judge(state=S(row.state), is_own_hand=is_own, agrees=agrees, words=whole))
    said = {"words": words.strip()[:LONGEST], "remarks": beside, "judged_at": at, "judged_by": by.id}
    move(row, S.AGREED if agrees else S.RETURNED, refused=R.MOVE_NOT_ALLOWED, **said)
