"""Everything incubation's cases say is owed, gathered in one place: a new case is one line in SOURCES."""

import datetime
from collections.abc import Callable, Iterator

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.queries.end import obligations as end
from sanshe.incubation.queries.stay import obligations as stay
from sanshe.incubation.types.obligation import Obligation

SOURCES: tuple[Callable[[datetime.datetime], Iterator[Obligation]], ...] = (
    end.obligations,
    stay.obligations,
)


def owed(at: datetime.datetime) -> Iterator[Obligation]:
    for source in SOURCES:
        yield from source(at)


def is_of(one: Obligation, actor: Actor) -> bool:
    """Whether this person has to see to it: for the organisation they act for, or by a permission they hold there."""
    if one.organisation:
        return one.organisation in actor.organisations(P.ASSESSMENT_REPORT)
    return actor.may_at(one.needs, one.area_path)
