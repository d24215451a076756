"""Correcting a sealed sheet before the tabulation: one asks with a reason, two others agree, the old marks stay."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import another
from sanshe.incubation.actions.panel.screens import tick
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.panel.score import ChangeState as S
from sanshe.incubation.enums.panel.score import E, R, SheetState
from sanshe.incubation.models import Sheet, SheetChange
from sanshe.incubation.queries.decision.decision import tabulation_of
from sanshe.incubation.queries.panel.change import as_marks
from sanshe.incubation.rules.panel import score as rules


def _record(event: E, change: SheetChange, by: Actor, at: datetime.datetime, **new: Any) -> None:
    """On the record of its sheet, and the screens that follow are told."""
    record(event, change.sheet, by=by, at=at, change=change.pk, **new)
    tick(panel_id=change.sheet.panelist.panel_id, is_turn=True)


@transaction.atomic
def ask(
    *, sheet: Sheet, marks: rules.Marks, reason: str, points: rules.Points, by: Actor, at: datetime.datetime
) -> SheetChange:
    """The member whose sheet it is asks; nothing changes yet."""
    if by.id is None or sheet.panelist.person != by.id:
        raise Refused(R.NOT_ON_PANEL)
    facts = {"state": SheetState(sheet.state), "is_tabulated": tabulation_of(sheet.batch) is not None}
    asked = {"reason": reason, "old": as_marks(sheet.marks), "new": marks, "points": points}
    insist(rules.refusal_to_ask_change(**facts, **asked), left=len(rules.not_scored(marks)))
    said = {"reason": reason[:500], "old": sheet.marks, "new": {str(no): marks[no] for no in sorted(marks)}}
    try:
        with transaction.atomic():
            row = SheetChange.objects.create(sheet=sheet, **said, old_hash=sheet.seal_hash, asked_by=by.id, asked_at=at)
    except IntegrityError as error:
        raise Refused(R.CHANGE_OPEN) from error
    _record(E.CHANGE_ASKED, row, by, at, reason=row.reason)
    return row


@transaction.atomic
def agree(*, change: SheetChange, by: Actor, at: datetime.datetime) -> SheetChange:
    """The first of two agrees; with the second the correction is in force."""
    _insist_may_answer(change, by)
    if change.state == S.ASKED:
        move(change, S.FIRST_AGREED, refused=R.STALE, first_by=by.id, first_at=at)
        _record(E.CHANGE_AGREED, change, by, at)
    else:
        move(change, S.IN_FORCE, refused=R.STALE, second_by=by.id, second_at=at)
        _put_in_force(change)
        _record(E.CHANGED, change, by, at, was=change.old_hash, seal=change.sheet.seal_hash)
    return change


@transaction.atomic
def decline(*, change: SheetChange, by: Actor, at: datetime.datetime) -> SheetChange:
    """Either of the two says no: the sheet stays as it was sealed."""
    _insist_may_answer(change, by)
    move(change, S.DECLINED, refused=R.STALE)
    _record(E.CHANGE_DECLINED, change, by, at)
    return change


def _insist_may_answer(change: SheetChange, by: Actor) -> None:
    """Two different people, neither of them the one who asked."""
    is_tabulated = tabulation_of(change.sheet.batch) is not None
    insist(rules.refusal_to_agree(state=S(change.state), is_tabulated=is_tabulated))
    another(by.id, [change.asked_by], Duty.CORRECTOR)
    another(by.id, [change.first_by], Duty.AGREER)


def _put_in_force(change: SheetChange) -> None:
    """New marks under a new seal; the first seal is recomputed from the old marks with the same word."""
    sheet, marks = change.sheet, as_marks(change.new)
    ids = {"sheet": sheet.pk, "application": sheet.application_id, "panelist": sheet.panelist_id}
    seal = rules.sheet_hash(**ids, marks=marks, comment=sheet.comment, nonce=sheet.nonce)
    read = Sheet.objects.filter(pk=sheet.pk, version=sheet.version, seal_hash=change.old_hash)
    said = {"marks": change.new, "total": rules.total(marks), "seal_hash": seal, "version": sheet.version + 1}
    if read.update(**said) != 1:
        raise Refused(R.STALE)
    sheet.refresh_from_db()
