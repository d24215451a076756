"""What workers tell of doors, and findings on the way to their end."""

from sanshe.core.accounts.queries.people import actor_for
from sanshe.core.kit import ids
from sanshe.core.kit.shanghai import at
from sanshe.patrol import actions
from sanshe.patrol.enums import Outcome, Result
from sanshe.patrol.models import Finding, Stop
from sanshe.patrol.types import Event

EARLY = at("2021-11-01 11:00")


def stop(row, name):
    return Stop.objects.get(round=row, premises__name=name)


def event(door, when="2021-11-02 10:00", outcome=Outcome.CHECKED, result=None, **more):
    """A visit; a checked door shows nothing unless it is said."""
    if outcome == Outcome.CHECKED and result is None:
        result = Result.CLEAR
    return Event(ids.new(), door.pk, at(when), outcome, result, **more)


def coal(door, when="2021-11-02 10:00", kg=60, result=Result.STORED, **more):
    return event(door, when, result=result, **{"kg": kg, "second_words": "楼长也看见了", **more})


def note(row, by, *events, when="2021-11-02 18:00"):
    return actions.record(round=row, events=list(events), by=by, at=at(when))


def found(row, by, name="4 单元 502", **more):
    """A finding at a door."""
    note(row, by, coal(stop(row, name), **more))
    return Finding.objects.latest("number")


def acting(user, when=EARLY):
    return actor_for(user, when)
