"""The line of activities on the desk, and in the rail."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.activities import phrases
from sanshe.activities.enums import BookingState, E, GroupState, P, SessionState
from sanshe.activities.models import Group
from sanshe.activities.queries.booking import bookings
from sanshe.activities.queries.group import groups
from sanshe.activities.queries.session import sessions
from sanshe.activities.queries.station import stations
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import WORKS
from sanshe.core.ledgers.types import Door, Work, WorkLine
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem


def unfiled(actor: Actor) -> QuerySet[Group]:
    """Groups that wait to be filed by their community."""
    return groups(actor, P.KEEP).filter(state=GroupState.FORMING)


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """What runs now, what is booked for today."""
    if not stations(actor).exists():
        return None
    day, page = shanghai.day(at), reverse("activities:home")
    began = sessions(actor).filter(opened_at__gte=shanghai.moment(day), opened_at__lt=shanghai.end(day))
    today = bookings(actor).filter(starts_at__gte=at, starts_at__lt=shanghai.end(day), state=BookingState.CONFIRMED)
    said = _("今天来了 {n} 场，还约着 {m} 场").format(n=began.count(), m=today.count())
    figures = (
        Door(_("正在"), began.filter(state=SessionState.OPEN).count(), page),
        Door(_("约着"), today.count(), page),
    )
    return WorkLine(said, Door("", began.count() + today.count(), page), figures, None, "")


def declare() -> None:
    where = {"needs": P.READ, "url_name": "activities:home"}
    finished = (E.LEDGER_SIGNED, E.GROUP_FILED)
    WORKS.add(
        "activities",
        Work("activities", "艺", phrases.NAME, line=line, waiting=unfiled, order=40, finished=finished, **where),
    )
    NAV.add("activities", NavItem("艺", phrases.NAME, "activities:home", (P.READ,), order=40, short=phrases.SHORT))
