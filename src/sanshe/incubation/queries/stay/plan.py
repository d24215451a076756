"""Reading plans and milestones."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.plan import PLAN_HOUR
from sanshe.incubation.models import Entry, Milestone, Plan
from sanshe.incubation.rules.stay import plan as rules


def plan_of(entry: Entry) -> Plan | None:
    """The plan of an entry, None while nobody began it."""
    return getattr(entry, "plan", None)


def due(entry: Entry) -> Due | None:
    """When the plan is due; None without an agreement, or while the year of the day is not loaded."""
    if plan := plan_of(entry):
        return due_of(plan)
    if entry.agreement_id is None:
        return None
    try:
        return rules.due(entered_on=entry.entered_on, calendar=workdays())
    except Refused:
        return None


def due_of(plan: Plan) -> Due:
    return Due(plan.due_on, PLAN_HOUR)


def left(plan: Plan) -> tuple[str, ...]:
    """What is still to fill in before it can be handed in."""
    return rules.missing(plan.fields, starts=plan.entry.entered_on, ends=plan.entry.term_to)


def is_overdue(entry: Entry, at: datetime) -> bool:
    """Whether it should have come by now and did not."""
    plan, last = plan_of(entry), due(entry)
    return last is not None and at >= last.moment and (plan is None or plan.handed_at is None)


def steps(entry: Entry) -> list[Milestone]:
    """The milestones of an agreed plan."""
    plan = plan_of(entry)
    return list(plan.milestones.order_by("no")) if plan else []


def milestones(actor: Actor) -> QuerySet[Milestone]:
    """Milestones this person may report on: their own organisation's, or those of the centre's areas."""
    mine = Milestone.objects.filter(plan__entry__organisation__in=actor.organisations(P.PLAN_WRITE))
    return (mine | Milestone.objects.filter(within(actor.paths(P.PLAN_JUDGE)))).select_related("plan__entry")


def milestone_for(actor: Actor, pk: UUID) -> Milestone | None:
    return milestones(actor).filter(pk=pk).first()
