"""What the workers noted: seven rounds, door by door, so that the figures of each come out of records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sanshe.core.kit import ids, shanghai
from sanshe.core.kit.shanghai import moment
from sanshe.core.kit.story import Step
from sanshe.patrol import actions
from sanshe.patrol.enums import Missing, Outcome, Result, RoundState
from sanshe.patrol.models import Round, Stop
from sanshe.patrol.queries.stops import WALK
from sanshe.patrol.story.people import WALKERS, actor
from sanshe.patrol.types import Event

CHECKED, LOCKED, REFUSED, GONE = Outcome
WHY = tuple(Missing)
Code = tuple[str, str, str]  # community, compound, what stands at the door


@dataclass(frozen=True, slots=True)
class Place:
    """A door of a round, as the story reads it."""

    pk: UUID
    area_path: str
    yard: str
    name: str
    number: str
    is_due: bool

    @property
    def code(self) -> Code:
        return self.area_path, self.yard, self.name


Doors = list[Place]
FIELDS = ("pk", "area_path", "compound__name", "premises__name", "premises__code")


@dataclass(frozen=True, slots=True)
class Figures:
    """What the visits to one place come to: how many doors are what, to how many nobody went yet; how many were locked
    at first and opened at the second try, and how many were locked twice."""

    checked: int
    locked: int
    refused: int = 0
    missing: int = 0
    left: int = 0
    opened: int = 0
    twice: int = 0

    @property
    def locked_first(self) -> int:
        return self.locked + self.opened


@dataclass(slots=True)
class Walk:
    """Which doors of a place are tried how: told apart once, by the number of the round."""

    locked: Doors = field(default_factory=list)
    refused: Doors = field(default_factory=list)
    missing: Doors = field(default_factory=list)
    left: Doors = field(default_factory=list)
    checked: Doors = field(default_factory=list)


def sort_out(doors: Sequence[Place], found: Figures, seed: int) -> Walk:
    """The doors of a place by what is told of them. To those of key compounds somebody goes first."""
    late = [one for one in doors if not one.is_due]
    left = late[len(late) - found.left :] if found.left else []
    rest = _without(doors, left)
    mixed = sorted(rest, key=lambda one: one.number)
    Random(seed).shuffle(mixed)
    walk = Walk(left=left)
    for name, many in (("locked", found.locked_first), ("refused", found.refused), ("missing", found.missing)):
        setattr(walk, name, mixed[:many])
        mixed = mixed[many:]
    walk.checked = _without(rest, [*walk.locked, *walk.refused, *walk.missing])
    if len(walk.checked) != found.checked - found.opened:
        raise AssertionError(f"{found}: {len(walk.checked)}")  # the story tells other doors than the register holds
    return walk


def _without(doors: Sequence[Place], some: Sequence[Place]) -> Doors:
    keys = {one.pk for one in some}
    return [one for one in doors if one.pk not in keys]


def framed(row: Round, **more: object) -> Doors:
    """The doors of a frame in walking order."""
    rows = Stop.objects.filter(round=row, **{"is_added": False, **more}).order_by(*WALK)
    found = rows.values_list(*FIELDS, "due_on")
    return [Place(pk, path, yard, name, number, due_on is not None) for pk, path, yard, name, number, due_on in found]


def seen(stop: Place, when: datetime, outcome: Outcome, *, why: Missing = Missing.VACANT) -> Event:
    """A visit with what each outcome needs."""
    needed: dict[Outcome, dict[str, Any]] = {
        CHECKED: {"result": Result.CLEAR},
        LOCKED: {"has_slip": True},
        REFUSED: {"words": "说家里没有煤，不便进门"},
        GONE: {"reason": why},
    }
    return Event(ids.new(), stop.pk, when, outcome, **needed[outcome])


def walker(stop: Place) -> str:
    """Who was sent there, by name of the story."""
    return WALKERS[stop.area_path][0]


def spread(doors: Sequence[Place], days: Sequence[date], hour: int = 9) -> Iterator[tuple[Place, datetime]]:
    """Doors over days in walking order, one every four minutes."""
    each = -(-len(doors) // len(days)) or 1
    for place, stop in enumerate(doors):
        day, turn = divmod(place, each)
        yield stop, moment(days[day], hour) + timedelta(minutes=4 * turn)


def send(row: Round, noted: Iterable[tuple[str, Event]], when: datetime) -> None:
    """Each worker's device sends what it holds."""
    by_worker: defaultdict[str, list[Event]] = defaultdict(list)
    for key, event in noted:
        by_worker[key].append(event)
    for key, events in by_worker.items():
        actions.record(round=row, events=events, by=actor(key, when), at=when)


def first_tries(walk: Walk, days: Sequence[date]) -> Iterator[tuple[str, Event]]:
    """Locked doors on the first day, so that somebody goes again; the others over all days."""
    for stop, when in spread(walk.locked, days[:1]):
        yield walker(stop), seen(stop, when, LOCKED)
    for stop, when in spread(walk.refused, days, 10):
        yield walker(stop), seen(stop, when, REFUSED)
    for place, (stop, when) in enumerate(spread(walk.missing, days, 11)):
        yield walker(stop), seen(stop, when, GONE, why=WHY[place % len(WHY)])
    for stop, when in spread(walk.checked, days, 14):
        yield walker(stop), seen(stop, when, CHECKED)


def second_tries(doors: Doors, opened: int, day: date) -> Iterator[tuple[str, Event]]:
    """In the evening: so many open, the others are locked again."""
    for place, stop in enumerate(doors):
        when = moment(day, 18) + timedelta(minutes=3 * place)
        yield walker(stop), seen(stop, when, CHECKED if place < opened else LOCKED)


def whole(
    found: Figures, special: Callable[[], set[Code]], days: Sequence[str], again: str, sent: Sequence[str] = ()
) -> Iterator[Step]:
    """A round that is walked to its end: on these days, second tries in the evening of `again`, where all are locked
    again. What was noted is sent each evening, or on those of `sent`. The doors of findings are noted on their own."""
    dates, last = [date.fromisoformat(day) for day in days], date.fromisoformat(again)

    def noted(row: Round) -> list[tuple[str, Event]]:
        doors = [one for one in framed(row) if one.code not in special()]
        walk = sort_out(doors, found, row.number)
        return [*first_tries(walk, dates), *second_tries(walk.locked, 0, last)]

    yield from by_day(noted, sent or sorted({*days, again}))


def by_day(noted: Callable[[Round], Iterable[tuple[str, Event]]], days: Sequence[str]) -> Iterator[Step]:
    """Each evening what was noted that day, or since the last evening told of."""
    after = ""
    for day in days:
        yield Step(f"{day} 21:00", _evening(noted, after, day))
        after = day


def _evening(
    noted: Callable[[Round], Iterable[tuple[str, Event]]], after: str, to: str
) -> Callable[[datetime], object]:
    def tell(when: datetime) -> None:
        row = running()
        own = [(key, one) for key, one in noted(row) if after < shanghai.day(one.noted_at).isoformat() <= to]
        send(row, own, when)

    return tell


def running() -> Round:
    return Round.objects.select_related("programme").get(state=RoundState.RUNNING)
