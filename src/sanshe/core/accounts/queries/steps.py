"""What a new district needs of people before its first work."""

from collections.abc import Collection
from datetime import datetime

from sanshe.core.accounts.enums import P
from sanshe.core.accounts.models import Appointment, User
from sanshe.core.accounts.queries.people import in_force
from sanshe.core.accounts.queries.signing import has_second_factor
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within


def are_held(actor: Actor, roles: Collection[str], at: datetime) -> bool:
    """Whether each of these roles is in force in the actor's areas, and they are held by as many people."""
    rows = Appointment.objects.filter(in_force(at), within(actor.paths(P.MANAGE)), role__in=roles)
    held = set(rows.values_list("role", "user"))
    found, people = ({pair[place] for pair in held} for place in (0, 1))
    return len(found) == len(roles) and len(people) >= len(roles)


def is_guarded(actor: Actor, at: datetime) -> bool:
    """Whether this person's account has a second factor."""
    return actor.id is not None and any(map(has_second_factor, User.objects.filter(pk=actor.id)))
