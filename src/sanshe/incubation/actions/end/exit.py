"""Leaving incubation: proposed, noticed, handed over, closed."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.core.serials.actions import next_number
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.actions.letters import send_to_entry
from sanshe.incubation.actions.stay import support
from sanshe.incubation.adapters import defaults
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.end.exit import HAND_OVER_WORKDAYS, ExitKind
from sanshe.incubation.enums.end.exit import ExitEvent as E
from sanshe.incubation.enums.end.exit import ExitRefusal as R
from sanshe.incubation.enums.end.exit import ExitState as S
from sanshe.incubation.models import Batch, DeskUse, Entry, Exit, HandOver
from sanshe.incubation.queries.end import exit as queries
from sanshe.incubation.rules.end import exit as rules

ABSENT = "没有参加评估，提醒以后也没有交自评，按自愿退出办。"


@transaction.atomic
def propose(*, entry: Entry, kind: ExitKind, reason: str, by: Actor, at: datetime.datetime) -> Exit:
    """Say that and why an organisation leaves; the bureau approves the notice."""
    facts = {"in_incubation": entry.state == EntryState.IN_INCUBATION, "leaving": queries.is_leaving(entry)}
    insist(rules.refusal_to_propose(**facts, reason=reason))
    said = {"kind": kind, "reason": reason[:600], "area_path": entry.area_path}
    try:
        with transaction.atomic():
            row = Exit.objects.create(entry=entry, proposed_at=at, proposed_by=by.id, **said)
    except IntegrityError as error:
        raise Refused(R.LEAVING_ALREADY) from error
    record(E.PROPOSED, row, by=by, at=at, leaving=kind, reason=row.reason)
    return row


@transaction.atomic
def notice(*, exit: Exit, by: Actor, at: datetime.datetime) -> None:
    """The bureau approves: 退驻通知书 with its number, and fifteen working days for the hand-over."""
    another(by.id, [exit.proposed_by], Duty.PROPOSER)
    today = shanghai.day(at)
    due = workdays().term(today, HAND_OVER_WORKDAYS, DayKind.WORKDAY)
    HandOver.objects.bulk_create(
        HandOver(exit=exit, no=no, part=line["part"], item=line["item"])
        for no, line in enumerate(defaults("hand_over"), start=1)
    )
    serial = next_number(series=f"incubation.exit.{exit.area_path}.{today.year}")
    said = {
        "number": f"{exit.entry.batch.centre.short_prefix}退驻〔{today.year}〕{serial} 号",
        "due_on": due,
        "noticed_at": at,
        "noticed_by": by.id,
    }
    move(exit, S.NOTICED, refused=R.NOT_NOW, **said)
    record(E.NOTICED, exit, by=by, at=at, number=exit.number, due_on=due)
    url = f"/incubation/entries/{exit.entry_id}/exit/"
    send_to_entry(exit.entry, "incubation.leaving", {"day": due}, by, at, key=f"exit:{exit.pk}", url=url)


@transaction.atomic
def withdraw(*, exit: Exit, reason: str, by: Actor, at: datetime.datetime) -> None:
    """The bureau does not agree: the organisation stays."""
    insist(None if reason.strip() else R.NO_REASON)
    move(exit, S.WITHDRAWN, refused=R.NOT_NOW)
    record(E.WITHDRAWN, exit, by=by, at=at, reason=reason)


@transaction.atomic
def hand_over(*, line: HandOver, note: str, by: Actor, at: datetime.datetime) -> None:
    """One line was handed over; with the last one the exit is closed and the entry has left."""
    exit = line.exit
    insist(None if exit.state == S.NOTICED else R.NOT_NOW)
    change(exit, refused=R.STALE)  # one line after the other: who comes second sees what the first handed over
    done = HandOver.objects.filter(pk=line.pk, done_at=None).update(done_at=at, done_by=by.id, note=note[:200])
    insist(None if done == 1 else R.HANDED_OVER)
    record(E.HANDED_OVER, exit, by=by, at=at, item=line.item)
    if rules.is_closed(one.done_at is not None for one in exit.lines.all()):
        _close(exit, by, at)


def _close(exit: Exit, by: Actor, at: datetime.datetime) -> None:
    move(exit, S.CLOSED, refused=R.NOT_NOW, closed_at=at)
    end_entry(exit.entry, EntryState.LEFT, refused=R.NOT_IN_INCUBATION, at=at)
    free_desks(exit.entry, by, at)
    record(E.CLOSED, exit, by=by, at=at)
    close_out(batch=exit.entry.batch, by=by, at=at)


def end_entry(entry: Entry, to: EntryState, *, refused: Any, at: datetime.datetime) -> None:
    """Take an entry out of incubation, once."""
    move(entry, to, refused=refused, left_on=shanghai.day(at))


def free_desks(entry: Entry, by: Actor, at: datetime.datetime) -> None:
    """What was handed over is free for somebody else."""
    for desk in DeskUse.objects.filter(entry=entry, released_on=None):
        support.release_desk(desk=desk, by=by, at=at)


def close_out(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """A batch in which nobody is in incubation any more is closed; two who end at once wait for one another."""
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    runs = locked.state in (BatchState.INCUBATING, BatchState.ASSESSING)
    if runs and not Entry.objects.filter(batch=batch, state=EntryState.IN_INCUBATION).exists():
        move_up_to(batch=batch, to=BatchState.CLOSED_OUT, by=by, at=at)
