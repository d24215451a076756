"""For whom somebody may apply, and in which schemes."""

from dataclasses import dataclass
from uuid import UUID

from sanshe.core.areas.queries import name_of
from sanshe.core.kit.access import Actor
from sanshe.core.parties.models import Organisation
from sanshe.creation.enums import Level, P
from sanshe.creation.models import Scheme
from sanshe.creation.queries.schemes import open_at

COMMUNITY, STREET = 12, 9  # the lengths of their paths


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who may be named: a unit, a community or a subdistrict."""

    name: str
    level: Level
    area_path: str
    organisation: UUID | None = None


def applicants(actor: Actor) -> dict[str, Applicant]:
    """By key: the units one acts for, the communities and the subdistricts one works at."""
    units = Organisation.objects.filter(pk__in=actor.organisations(P.APPLY), merged_into=None)
    found = {str(one.pk): Applicant(one.name, Level.UNIT, one.area_path, one.pk) for one in units}
    places = [(path, Level.COMMUNITY) for path in actor.paths(P.APPLY) if len(path) == COMMUNITY]
    places += [(path, Level.STREET) for path in actor.paths(P.APPLY_STREET) if len(path) == STREET]
    return found | {path: Applicant(name_of(path), level, path) for path, level in places}


def schemes_for(actor: Actor) -> list[Scheme]:
    """The open schemes of the places of those."""
    paths = {one.area_path for one in applicants(actor).values()}
    found = {row.pk: row for path in sorted(paths) for row in open_at(path)}
    return list(found.values())
