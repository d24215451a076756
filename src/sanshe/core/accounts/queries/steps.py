"""What a new district needs of people before its first work."""

from datetime import datetime

from sanshe.core.accounts.models import Appointment, User
from sanshe.core.accounts.queries.people import in_force
from sanshe.core.accounts.queries.signing import has_second_factor
from sanshe.core.kit.access import Actor
from sanshe.core.kit.roles import Role

OFFICE = (Role.CENTRE_OPERATOR, Role.BUREAU_OFFICER)


def office_is_manned(actor: Actor, at: datetime) -> bool:
    """Whether there are a centre operator and a bureau officer in force, and they are two people."""
    held = set(Appointment.objects.filter(in_force(at), role__in=OFFICE).values_list("role", "user"))
    roles, people = ({pair[place] for pair in held} for place in (0, 1))
    return len(roles) == len(OFFICE) and len(people) >= len(OFFICE)


def is_guarded(actor: Actor, at: datetime) -> bool:
    """Whether this person's account has a second factor."""
    return actor.id is not None and any(map(has_second_factor, User.objects.filter(pk=actor.id)))
