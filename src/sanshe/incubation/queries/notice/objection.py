"""Reading objections: for who handles or follows them, and for who raised one."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.accounts.queries import holders, users_with
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.receipts.rules import settled
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P, Role
from sanshe.incubation.enums.notice.objection import ANSWER_WORKDAYS, REVIEW_WORKDAYS, ObjectionState
from sanshe.incubation.models import Batch, Objection, Place, Relation
from sanshe.incubation.queries.panel.panel import members
from sanshe.incubation.rules.notice.objection import refusal_to_handle


def open_objections(place: Place) -> int:
    return place.objections.filter(state__in=ObjectionState.blocking()).count()


def blocked(batch: Batch) -> set[UUID]:
    """Places with an open objection."""
    found = Objection.objects.filter(place__batch=batch, state__in=ObjectionState.blocking())
    return set(found.values_list("place_id", flat=True))


def objections(actor: Actor, code: str) -> QuerySet[Objection]:
    """Objections of the areas of the appointment, newest first."""
    found = Objection.objects.filter(within(actor.paths(code)))
    return found.select_related("place", "place__application", "place__batch").order_by("-raised_at")


def objection_for(actor: Actor, pk: UUID) -> Objection | None:
    """One objection for those who handle or follow it."""
    found = objections(actor, P.OBJECTION_HANDLE) | objections(actor, P.OBJECTION_PROGRESS)
    return found.filter(pk=pk).distinct().first()


def by_number(number: str, last_four: str) -> Objection | None:
    """For who raised it: number and the last four digits of the telephone."""
    found = Objection.objects.filter(number=number.strip()).select_related("place", "place__application").first()
    digits = "".join(c for c in (found.phone if found else "") if c.isdecimal())
    return found if found and last_four.strip() == digits[-4:] and digits else None


def answer_due(objection: Objection) -> date:
    start = shanghai.day(objection.raised_at)
    return workdays().term(start, ANSWER_WORKDAYS, DayKind.WORKDAY)


def review_due(answered_at: datetime) -> date:
    return workdays().term(shanghai.day(answered_at), REVIEW_WORKDAYS, DayKind.WORKDAY)


def deciders_of_recusals(batch: Batch) -> set[str]:
    found = Relation.objects.filter(panelist__panel__batch=batch).values_list("first_by", "second_by")
    return {str(one) for pair in found for one in pair if one}


def panelists(batch: Batch) -> set[str]:
    return {str(member.person) for member in members(batch)}


def workers(objection: Objection) -> set[str]:
    """Who handled it, and whoever found or noted anything in it: a co-handler may have been replaced."""
    found = {objection.handler, objection.co_handler}
    found |= set(objection.points.values_list("judged_by", flat=True))
    return {str(one) for one in found | set(objection.notes.values_list("noted_by", flat=True)) if one}


def co_handlers(objection: Objection, at: datetime) -> list[tuple[UUID, str]]:
    """(user, name) of those who may be named beside the handler: with the same right, and as independent."""
    batch = objection.place.batch
    who = {"panelists": panelists(batch), "recusal_deciders": deciders_of_recusals(batch)}
    who["operators"] = {str(one.pk) for one in users_with(Role.CENTRE_OPERATOR, objection.area_path, at)}
    taken = (objection.handler, objection.co_handler)
    found = [one for one in holders(P.OBJECTION_HANDLE, objection.area_path, at) if one.pk not in taken]
    return [(one.pk, one.name) for one in found if refusal_to_handle(person=str(one.pk), **who) is None]


def to_close(at: datetime) -> list[Objection]:
    """Answered objections whose days to ask for review are over."""
    found = Objection.objects.filter(state=ObjectionState.ANSWERED, review_due_on__lt=shanghai.day(settled(at)))
    return list(found.select_related("place", "place__batch"))
