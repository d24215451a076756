"""Rounds: planned, frozen, stops given to workers and added, closed."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from sanshe.core.accounts.queries.people import holders
from sanshe.core.areas.enums import PremisesState
from sanshe.core.areas.models import Premises
from sanshe.core.areas.queries import name_of
from sanshe.core.areas.queries.premises import key_on
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.enums import R as Rows
from sanshe.patrol.enums import E, P, ProgrammeState, R, RoundKind, RoundState
from sanshe.patrol.models import FrameChange, Programme, Round, Stop
from sanshe.patrol.queries.frame import draft
from sanshe.patrol.queries.stops import walking
from sanshe.patrol.rules import round as rules
from sanshe.patrol.types import Draft

ONE = timedelta(days=1)


@transaction.atomic
def plan_round(
    *, programme: Programme, kind: RoundKind, starts_on: date, ends_on: date, by: Actor, at: datetime
) -> Round:
    """The next round of a programme."""
    insist(None if programme.state == ProgrammeState.OPEN else R.SEASON_CLOSED)
    season = (programme.starts_on, programme.ends_on)
    insist(rules.refusal_of_days(starts_on=starts_on, ends_on=ends_on, season=season))
    change(programme)  # whoever looked at it before this round was planned looks again
    number = (programme.rounds.aggregate(n=Max("number"))["n"] or 0) + 1
    said = {"kind": RoundKind(kind), "starts_on": starts_on, "ends_on": ends_on, "number": number}
    row = Round.objects.create(programme=programme, area_path=programme.area_path, **said)
    record(E.ROUND_PLANNED, row, by=by, at=at, **said)
    return row


@transaction.atomic
def freeze(*, round: Round, digest: str, by: Actor, at: datetime) -> Round:
    """Freeze the frame that was read, told by its digest, with a reason for each change against the last one."""
    frame = draft(round)
    state = RoundState(round.state)
    frozen_on = shanghai.short(shanghai.day(round.frozen_at)) if round.frozen_at else ""
    refused = rules.refusal_to_freeze(state=state, doors=len(frame.doors), read=digest, now=frame.digest)
    insist(refused, date=frozen_on)
    try:
        with transaction.atomic():
            move(round, RoundState.RUNNING, frozen_at=at, frozen_by=by.id, frame_digest=frame.digest)
    except IntegrityError as error:
        raise Refused(R.ROUND_OPEN, n=_running(round)) from error
    Stop.objects.bulk_create(_stops(round, frame), batch_size=500)
    FrameChange.objects.bulk_create(
        [
            FrameChange(round=round, premises_id=one.premises, area_path=one.area_path, is_new=one.is_new,
                        reason=one.reason, on=one.on)
            for one in frame.changes
        ],
        batch_size=500,
    )  # fmt: skip
    said = {"doors": len(frame.doors), "new": frame.new, "gone": frame.gone, "digest": frame.digest}
    record(E.FRAME_FROZEN, round, by=by, at=at, **said)
    return round


def _stops(row: Round, frame: Draft) -> list[Stop]:
    """The doors of a frame; those of key compounds are due early where the round is a full one."""
    early = set(key_on(row.starts_on).values_list("compound", flat=True)) if row.kind == RoundKind.FULL else set()
    early &= {one.compound for one in frame.doors}
    due_on = workdays().add_workdays(row.starts_on - ONE, rules.KEY_TERM) if early else None
    return [
        Stop(
            round=row, premises_id=one.premises, area_path=one.area_path, compound_id=one.compound, kind=one.kind,
            due_on=due_on if one.compound in early else None,
        )
        for one in frame.doors
    ]  # fmt: skip


def _running(row: Round) -> int:
    running = Round.objects.filter(programme=row.programme_id, state=RoundState.RUNNING)
    return running.values_list("number", flat=True).first() or 0


def _held(row: Round) -> Round:
    """The round as it is now; nobody closes it, or sends somebody, until this act is done."""
    return Round.objects.select_for_update(no_key=True).get(pk=row.pk)


@transaction.atomic
def assign(
    *, round: Round, stops: Collection[UUID], worker: UUID, by: Actor, at: datetime, digest: str | None = None
) -> int:
    """Send a worker to these stops, whoever was sent there before; answers how many. `digest` tells who walked there
    (`queries.stops.walking`) on the page by which somebody decided it."""
    round = _held(round)
    rows = Stop.objects.filter(round=round, pk__in=stops)
    places = list(rows.order_by().values_list("area_path", flat=True).distinct())
    insist(None if digest in (None, walking(round, places)) else Rows.STALE)
    may = set.intersection(*({one.pk for one in holders(P.VISIT, path, at)} for path in places)) if places else set()
    state = RoundState(round.state)
    insist(rules.refusal_to_assign(state=state, stops=len(places), worker=worker, may=may))
    n = rows.update(worker=worker, assigned_at=at, version=F("version") + 1)
    where = "、".join(map(name_of, sorted(places)))
    record(E.STOPS_ASSIGNED, round, by=by, at=at, note=where, worker=str(worker), stops=n, places=sorted(places))
    return n


@transaction.atomic
def add_stop(*, round: Round, premises: Premises, by: Actor, at: datetime) -> Stop:
    """Premises that the frozen frame has not: they stand beside it and leave it as it is."""
    round = _held(round)
    is_there = Stop.objects.filter(round=round, premises=premises).exists()
    is_merged = premises.state == PremisesState.MERGED
    insist(rules.refusal_to_add(state=RoundState(round.state), is_there=is_there, is_merged=is_merged))
    said = {"area_path": premises.area_path, "compound_id": premises.compound_id, "kind": premises.kind}
    try:
        with transaction.atomic():
            row = Stop.objects.create(round=round, premises=premises, is_added=True, **said)
    except IntegrityError as error:
        raise Refused(R.STOP_THERE) from error
    record(E.STOP_ADDED, row, by=by, at=at, code=premises.code)
    return row


@transaction.atomic
def move_stops(*, path: str, into: str, by: Actor, at: datetime) -> None:
    """An area ends: what is walked there now is walked in another one; a closed round stays as it was."""
    for row in Round.objects.filter(state=RoundState.RUNNING, stops__area_path=path).distinct().order_by("pk"):
        _held(row)
        n = Stop.objects.filter(round=row, area_path=path).update(area_path=into, version=F("version") + 1)
        record(E.STOPS_MOVED, row, by=by, at=at, old={"places": [path]}, stops=n, places=[into])


@transaction.atomic
def close_round(*, round: Round, by: Actor, at: datetime) -> Round:
    """The round is over."""
    move(round, RoundState.CLOSED, closed_at=at)
    record(E.ROUND_CLOSED, round, by=by, at=at)
    return round
