"""What somebody has in hand by name, and who may take it over: asked before a term ends, and when one ran out."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.accounts import rules
from sanshe.core.accounts.enums import Standing
from sanshe.core.accounts.models import Appointment, Handover, User
from sanshe.core.accounts.queries.people import actor_of, in_force, terms_in_force
from sanshe.core.accounts.types import Handing, InHand
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.kit.roles import givers_of
from sanshe.core.rows.queries import within

HANDINGS: Registry[Handing] = Registry("way to hand over")


def in_hand(person: UUID, at: datetime) -> list[InHand]:
    """Everything open in somebody's hands, what is due first first."""
    found = [InHand(one, matter) for one in HANDINGS for matter in one.held(person, at)]
    return sorted(found, key=lambda one: (one.matter.day is None, one.matter.day, one.matter.title))


def left_by(term: Appointment, at: datetime) -> list[InHand]:
    """What somebody could not go on with once this term is over: no other term of theirs that is in force then gives
    the right."""
    others = actor_of(term.user, terms_in_force(term.user, _after(term, at)).exclude(pk=term.pk))
    held = in_hand(term.user_id, at)
    return [one for one in held if not others.may_at(one.matter.needs, one.matter.area_path)]


def _after(term: Appointment, at: datetime) -> datetime:
    """The moment from which somebody must go on: 24:00 of the day on which a term is ended; now, when it is over."""
    dates = {"starts": term.starts, "ends": term.ends, "ended_at": term.ended_at}
    is_over = rules.standing(on=shanghai.day(at), at=at, **dates) is Standing.OVER
    return at if is_over else shanghai.end(shanghai.day(at))


def successors(term: Appointment, at: datetime) -> list[User]:
    """Who may take over: others of the same role and area, then the managers above."""
    same = _above(term, at).filter(role=term.role_id, organisation=term.organisation)
    return list(dict.fromkeys([*(row.user for row in same), *managers_above(term, at)]))


def managers_above(term: Appointment, at: datetime) -> list[User]:
    """Who may give this role there, from the nearest area that has somebody, the longest in office first."""
    found = list(_above(term, at).filter(role__in=givers_of(term.role_id), organisation=None))
    nearest = max((len(row.area_path) for row in found), default=0)
    return list(dict.fromkeys(row.user for row in found if len(row.area_path) == nearest))


def _above(term: Appointment, at: datetime) -> QuerySet[Appointment]:
    """Other people's terms for the same area or one that contains it, that are in force and still are tomorrow."""
    prefixes = [term.area_path[:n] for n in range(1, len(term.area_path) + 1)]
    goes_on = in_force(at) & in_force(shanghai.end(shanghai.day(at)))
    rows = Appointment.objects.filter(goes_on, area_path__in=prefixes, user__is_active=True)
    return rows.exclude(user=term.user_id).select_related("user").order_by("starts", "pk")


def terms_in(path: str, at: datetime) -> QuerySet[Appointment]:
    """Terms for an area that are not over, those to come too."""
    over = Q(ends__lt=shanghai.day(at)) | Q(ended_at__isnull=False)
    return Appointment.objects.filter(within([path])).exclude(over).select_related("user").order_by("pk")


def unsettled(at: datetime) -> list[Appointment]:
    """Terms that are over and whose matters nobody looked at since."""
    over = Q(ends__lt=shanghai.day(at)) | Q(ended_at__lte=at)
    return list(Appointment.objects.filter(over, settled_at=None).select_related("user").order_by("pk"))


def open_handovers() -> QuerySet[Handover]:
    """What ran out of somebody's hands and nobody took yet, in the whole house."""
    return Handover.objects.filter(handed_at=None, settled_at=None)


def handovers_of(actor: Actor) -> QuerySet[Handover]:
    """Of these, what is of roles that this person gives there."""
    return open_handovers().filter(_of_roles_given(actor))


def _of_roles_given(actor: Actor) -> Q:
    found = Q(pk__in=[])
    for grant in rules.giving(actor):
        found |= within([grant.path]) & Q(term__role__in=rules.given_by(grant.role))
    return found


def handover(actor: Actor, pk: UUID) -> Handover | None:
    """One of them for whoever gives that role there."""
    rows = handovers_of(actor).filter(pk=pk)
    return rows.select_related("term", "term__user").first()


def matter_of(row: Handover, at: datetime) -> InHand | None:
    """The matter while it is still in the hands of who left."""
    found = in_hand(row.term.user_id, at)
    return next((one for one in found if (one.handing.code, one.matter.key) == (row.kind, row.matter)), None)
