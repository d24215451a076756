"""Plans: begun, kept as typed, handed in, returned with words or agreed; milestones reached."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record
from sanshe.core.sheets import actions as sheets
from sanshe.incubation.actions.letters import send_to_entry, tell_centre_late
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.plan import PlanEvent as E
from sanshe.incubation.enums.stay.plan import PlanRefusal as R
from sanshe.incubation.models import Entry, Milestone, Plan
from sanshe.incubation.pages.stay.paper_form import PLAN
from sanshe.incubation.phrases.stay.plan import KINDS
from sanshe.incubation.queries.stay import plan as queries
from sanshe.incubation.rules.stay import plan as rules

KIND = "incubation.plan"


@transaction.atomic
def start(*, entry: Entry, at: datetime.datetime) -> Plan:
    """The draft of this entry: the one there is, or a new one that begins with what the application said."""
    insist(None if entry.state == EntryState.IN_INCUBATION else R.NOT_IN_INCUBATION)
    due = queries.due(entry)
    if due is None or entry.agreement is None:
        raise Refused(R.NOT_IN_INCUBATION)
    first = rules.first_text(entry.agreement.place.application.fields)
    said = {"area_path": entry.area_path, "due_on": due.day, "fields": first, "saved_at": at}
    return Plan.objects.get_or_create(entry=entry, defaults=said)[0]


@transaction.atomic
def save_field(*, plan: Plan, field: str, value: str, version: int, at: datetime.datetime) -> Plan:
    sheets.keep_one(plan, rules.QUESTIONS, field=field, value=value, version=version, saved_at=at)
    return plan


@transaction.atomic
def fill(*, plan: Plan, values: dict[str, str], at: datetime.datetime) -> Plan:
    sheets.keep_all(plan, rules.QUESTIONS, values=values, saved_at=at)
    return plan


@transaction.atomic
def submit(*, plan: Plan, by: Actor, at: datetime.datetime) -> Plan:
    """Hand it in. After the last moment it is taken in all the same, on record and shown as late."""
    is_late = sheets.hand_in(plan, PLAN, left=len(queries.left(plan)), due=queries.due_of(plan), by=by, at=at)
    record(E.SUBMITTED_LATE if is_late else E.SUBMITTED, plan, by=by, at=at, due_on=plan.due_on)
    if is_late:
        tell_centre_late(plan.entry, str(KINDS[KIND]), by, at, f"late:{plan.pk}")
    return plan


@transaction.atomic
def judge(
    *,
    plan: Plan,
    agrees: bool,
    words: str,
    by: Actor,
    at: datetime.datetime,
    remarks: Mapping[str, str] | None = None,
) -> Plan:
    """Agree, which makes the milestones, or return it with words."""
    sheets.judge(plan, agrees=agrees, words=words, remarks=remarks, by=by, at=at)
    if agrees:
        rows = rules.milestones(plan.fields)
        told = {"plan": plan, "area_path": plan.area_path}
        Milestone.objects.bulk_create(Milestone(no=no, what=what, by_day=day, **told) for no, what, day in rows)
    record(E.AGREED if agrees else E.RETURNED, plan, by=by, at=at, words=words.strip())
    template = "incubation.plan_agreed" if agrees else "incubation.plan_returned"
    send_to_entry(plan.entry, template, {"words": words.strip()}, by, at, f"{template}:{plan.pk}:{plan.version}")
    return plan


@transaction.atomic
def reach(*, milestone: Milestone, done_on: datetime.date, evidence: str, by: Actor, at: datetime.datetime) -> None:
    """A milestone is reached: on which day, and where it can be seen."""
    facts = {"done_on": done_on, "starts": milestone.plan.entry.entered_on, "today": shanghai.day(at)}
    insist(rules.refusal_to_reach(is_reached=milestone.done_on is not None, evidence=evidence, **facts))
    said = {"done_on": done_on, "evidence": evidence.strip(), "noted_at": at, "noted_by": by.id}
    if Milestone.objects.filter(pk=milestone.pk, done_on=None).update(**said) != 1:
        raise Refused(R.ALREADY_REACHED)
    record(E.REACHED, milestone.plan, by=by, at=at, no=milestone.no, done_on=done_on, evidence=evidence.strip())
