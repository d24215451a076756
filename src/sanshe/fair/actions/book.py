"""Riddles: written, checked by another, printed as slips with their codes, hung in waves."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from sanshe.core.codes import actions as codes
from sanshe.core.codes.models import Code
from sanshe.core.codes.queries import newest, newest_of
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.fair.enums import Duty, E, FairState, R, RiddleState
from sanshe.fair.models import Fair, Riddle
from sanshe.fair.queries import play as queries
from sanshe.fair.rules import book as rules
from sanshe.fair.types import Line


@transaction.atomic
def enter_book(*, fair: Fair, lines: Sequence[Line], by: Actor, at: datetime) -> list[Riddle]:
    """All riddles of a fair at once, from 1 without a gap."""
    insist(R.RULE_FROZEN if fair.frozen_at else None)
    insist(R.BOOK_THERE if fair.riddles.exists() else rules.refusal_of_book(lines))
    for line in lines:
        insist(rules.refusal_of_line(line), n=line.number, field="lines")
    change(fair)
    where = {"fair": fair, "area_path": fair.area_path, "written_by": by.id, "max_wins": fair.max_wins}
    made = Riddle.objects.bulk_create([Riddle(**where, **_fields(line)) for line in lines])
    record(E.BOOK_ENTERED, fair, by=by, at=at, riddles=len(made))
    return made


def _fields(line: Line) -> dict[str, object]:
    return {**asdict(line), "also": list(line.also)}


@transaction.atomic
def change_riddle(*, riddle: Riddle, line: Line, by: Actor, at: datetime) -> Riddle:
    """Before it hangs; it is to be checked again, and who changed it is its writer."""
    insist(R.RULE_FROZEN if riddle.hung_at else rules.refusal_of_line(line))
    if riddle.state == RiddleState.CHECKED:
        move(riddle, RiddleState.DRAFT, checked_by=None)
    change(riddle, written_by=by.id, **{**_fields(line), "number": riddle.number})
    record(E.RIDDLE_CHANGED, riddle, by=by, at=at, number=riddle.number)
    return riddle


@transaction.atomic
def check(*, fair: Fair, riddles: Iterable[Riddle], by: Actor, at: datetime) -> int:
    """Somebody else than their writers finds them sound."""
    done = []
    for row in riddles:
        another(by.id, (row.written_by,), Duty.WRITER)
        move(row, RiddleState.CHECKED, checked_by=by.id)
        done.append(row.number)
    insist(None if done else R.NO_RIDDLE)
    record(E.RIDDLES_CHECKED, fair, by=by, at=at, riddles=len(done))
    return len(done)


@transaction.atomic
def print_slips(*, fair: Fair, by: Actor, at: datetime) -> int:
    """Each slip gets its code, once; what was printed before keeps it."""
    rows = list(queries.riddles(fair))
    insist(None if rows else R.NO_RIDDLE)
    there = newest_of(queries.SLIP, [row.pk for row in rows])
    new = [row for row in rows if row.pk not in there]
    for row in new:
        _issue(fair, row, by, at)
    record(E.SLIPS_PRINTED, fair, by=by, at=at, riddles=len(rows), new=len(new))
    return len(new)


def _issue(fair: Fair, row: Riddle, by: Actor, at: datetime) -> Code:
    desk = queries.desk_for(fair, row.number)
    says = {"no": str(row.number), "desk": str(desk.number) if desk else ""}
    days = {"valid_from": shanghai.day(min(at, fair.opens_at)), "valid_to": shanghai.day(fair.closes_at)}
    return codes.issue(
        kind=queries.SLIP, subject=row.pk, name=fair.name, area_path=fair.area_path, says=says, by=by, at=at, **days
    )  # fmt: skip


@transaction.atomic
def reprint(*, riddle: Riddle, reason: str, by: Actor, at: datetime) -> Code:
    """One slip anew; the code of the old one is void."""
    code = newest(queries.SLIP, riddle.pk)
    if code is None:
        raise Refused(R.NOT_PRINTED, n=riddle.number)
    insist(None if reason.strip() else R.NO_REASON)
    made = codes.replace(code=code, reason=reason, by=by, at=at)
    record(E.SLIP_REPRINTED, riddle, by=by, at=at, note=reason.strip(), number=riddle.number)
    return made


@transaction.atomic
def hang(*, fair: Fair, wave: int, by: Actor, at: datetime) -> list[Riddle]:
    """The slips of a wave hang, all of them checked and printed; with the first of them the rule stands still."""
    insist(R.NOT_RUNNING if fair.state not in (FairState.PLANNED, FairState.HUNG) or at >= fair.closes_at else None)
    rows = queries.in_wave(fair, wave)
    insist(None if rows else R.NOTHING_TO_HANG)
    _insist_ready(fair, rows)
    if fair.state == FairState.PLANNED:
        move(fair, FairState.HUNG, frozen_at=at)
    for row in rows:
        move(row, RiddleState.HUNG, hung_at=at, max_wins=fair.max_wins)
    record(E.WAVE_HUNG, fair, by=by, at=at, wave=wave, riddles=len(rows))
    return rows


def _insist_ready(fair: Fair, rows: Sequence[Riddle]) -> None:
    printed = newest_of(queries.SLIP, [row.pk for row in rows])
    ranges = fair.desks.values_list("first", "last")
    for row in rows:
        insist(None if row.state == RiddleState.CHECKED else R.NOT_CHECKED, n=row.number)
        insist(None if row.pk in printed else R.NOT_PRINTED, n=row.number)
        insist(None if any(lo <= row.number <= hi for lo, hi in ranges) else R.NO_DESK_FOR, n=row.number)
