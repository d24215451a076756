"""Stories cite appeals: closed ones, by their number; of a resident nothing goes along."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from sanshe.appeals.enums import P, State
from sanshe.appeals.queries import appeals
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import whole
from sanshe.stories.queries import CASES
from sanshe.stories.types import Case, CaseSource

KIND = "appeals.appeal"


def find(actor: Actor, number: str) -> Case | None:
    """A closed appeal of a district of who writes."""
    found = (appeals.appeals(whole(one, P.READ)).filter(number=number).first() for one in actor.districts)
    return next((_case(row) for row in found if row is not None and row.state == State.CLOSED), None)


def again(district: str, key: UUID) -> Case | None:
    """The same appeal as it stands now."""
    row = appeals.appeal(whole(district, P.READ), key)
    return _case(row) if row else None


def _case(row) -> Case:
    return Case(KIND, row.pk, row.number, row.reopen_until if row.state == State.CLOSED else None)


def declare() -> None:
    """Called while the apps are made ready."""
    CASES.add(KIND, CaseSource(_("居民诉求"), find, again))
