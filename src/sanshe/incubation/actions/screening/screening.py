"""Screening: rule by rule, then one outcome; what was returned comes back or runs out."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.actions import prove_organisation
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another, refusal_of_past
from sanshe.incubation.actions.call.application import insist_sound, undertake
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.actions.call.belonging import belong
from sanshe.incubation.actions.letters import send_to_applicant
from sanshe.incubation.actions.panel.panel import append_last, detect_for
from sanshe.incubation.enums.call.application import ApplicationRefusal
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.screening.screening import CheckVerdict, ReviewOutcome
from sanshe.incubation.enums.screening.screening import ScreeningEvent as E
from sanshe.incubation.enums.screening.screening import ScreeningOutcome as O
from sanshe.incubation.enums.screening.screening import ScreeningRefusal as R
from sanshe.incubation.models import Application, Check, FieldVisit, ReviewRequest, Screening
from sanshe.incubation.pages.screening.evidence import evidence
from sanshe.incubation.queries.call.application import papers, written_at
from sanshe.incubation.queries.screening import screening as queries
from sanshe.incubation.rules.screening import screening as rules

HOW_SEEN = "初审看过证书和材料"
MOVED = ApplicationRefusal.STALE


def _insist_open(application: Application, at: datetime.datetime) -> None:
    insist(None if application.state == S.SUBMITTED else R.NOT_UNDER_SCREENING)
    insist(R.WINDOW_OVER if at >= Due(application.batch.screening_until).moment else None)
    operator = application.batch.centre.operator_id
    insist(R.OWN_AFFILIATE if operator and operator == application.organisation_id else None)


def _insist_proven(application: Application) -> None:
    insist(None if application.organisation_id else R.UNPROVEN)


@transaction.atomic
def check(
    *,
    application: Application,
    rule_no: int,
    verdict: CheckVerdict,
    by: Actor,
    at: datetime.datetime,
    evidence: str = "",
    reason: str = "",
) -> Check:
    """Note the finding for one rule; a second finding replaces the first while nothing is decided."""
    _insist_open(application, at)
    rule = application.batch.rules.get(no=rule_no)
    said = {"verdict": verdict, "evidence": evidence, "reason": reason, "checked_by": by.id, "checked_at": at}
    row, _ = Check.objects.update_or_create(application=application, rule=rule, defaults=said)
    record(E.CHECKED, application, by=by, at=at, rule=rule_no, verdict=verdict, reason=reason)
    return row


@transaction.atomic
def check_all(
    *,
    application: Application,
    verdicts: Mapping[int, CheckVerdict],
    by: Actor,
    at: datetime.datetime,
    reasons: Mapping[int, str] | None = None,
) -> None:
    """Note several findings at once, each with what the application showed for it; `reasons` are sent out."""
    seen = evidence(application, papers(application))
    kinds = dict(application.batch.rules.values_list("no", "kind"))
    for rule_no, verdict in verdicts.items():
        reason = (reasons or {}).get(rule_no, "") if verdict != CheckVerdict.MET else ""
        said = {"evidence": seen.get(kinds.get(rule_no, ""), ("", ""))[0][:300], "reason": reason}
        check(application=application, rule_no=rule_no, verdict=verdict, **said, by=by, at=at)
    change(application, refused=MOVED)


def _decide(
    application: Application, outcome: O, to: S, event: E, by: Actor, at: datetime.datetime, **fields: Any
) -> Screening:
    move(application, to, refused=MOVED)
    no = application.screenings.count() + 1
    who = {"decided_by": by.id, "decided_at": at, "area_path": application.area_path}
    row = Screening.objects.create(application=application, no=no, outcome=outcome, **who, **fields)
    record(event, application, by=by, at=at, **{key: value for key, value in fields.items() if value})
    move_up_to(batch=application.batch, to=BatchState.SCREENING, by=by, at=at)
    return row


@transaction.atomic
def pass_(*, application: Application, by: Actor, at: datetime.datetime) -> Screening:
    """Every rule is met: on to the panel."""
    _insist_open(application, at)
    _insist_proven(application)
    insist(rules.refusal_to_pass(verdicts=queries.verdicts(application)))
    row = _decide(application, O.PASSED, S.SCREENED, E.PASSED, by, at)
    if application.organisation:
        prove_organisation(organisation=application.organisation, how=HOW_SEEN, by=by, at=at)
    detect_for(application=application, by=by, at=at)
    return row


@transaction.atomic
def return_(*, application: Application, reason: str, by: Actor, at: datetime.datetime) -> Screening:
    """Back to the applicant with what to mend and until when; the letter goes out with it."""
    _insist_open(application, at)
    due = queries.return_due(at)
    facts = {"verdicts": queries.verdicts(application), "screening_until": application.batch.screening_until}
    insist(rules.refusal_to_return(**facts, reason=reason, due=due), due=due, until=application.batch.screening_until)
    row = _decide(application, O.RETURNED, S.RETURNED, E.RETURNED, by, at, reason=reason, due_on=due)
    send_to_applicant(application, "incubation.returned", {"reason": reason, "due": due}, by, at, f"return-{row.pk}")
    return row


@transaction.atomic
def refuse(*, application: Application, grounds: set[int], reason: str, by: Actor, at: datetime.datetime) -> Screening:
    """初审未通过, on grounds the call states, with the reason in the letter."""
    _insist_open(application, at)
    late = queries.return_due(at) > application.batch.screening_until
    facts = {"verdicts": queries.verdicts(application), "grounds": grounds, "reason": reason}
    insist(rules.refusal_to_refuse(**facts, after_last_return_day=late))
    said = {"reason": reason, "grounds": sorted(grounds)}
    row = _decide(application, O.REFUSED, S.INELIGIBLE, E.REFUSED, by, at, **said)
    until = queries.review_due(row)
    send_to_applicant(application, "incubation.refused", {"reason": reason, "until": until}, by, at, f"refuse-{row.pk}")
    return row


@transaction.atomic
def mend(*, application: Application, by: Actor, at: datetime.datetime, truthful: bool = False) -> None:
    """The applicant has mended what was asked for, in time: it is judged again. What was written later than the button
    was pressed (behind a 503) counts from when it was written."""
    counts = max(at, written_at(application))
    undertake(application, truthful, at)
    found = queries.open_return(application)
    if found is None or found.due_on is None:
        raise Refused(R.NOT_UNDER_SCREENING)
    insist(rules.refusal_to_mend(due_moment=Due(found.due_on).moment, at=counts))
    insist_sound(application)
    whose = belong(application=application, number=application.number, by=by, at=at)
    move(application, S.SUBMITTED, refused=MOVED, **whose)
    Screening.objects.filter(pk=found.pk, mended_at=None).update(mended_at=at)
    Check.objects.filter(application=application, verdict=CheckVerdict.TO_MEND).delete()
    record(E.MENDED, application, by=by, at=at)


@transaction.atomic
def close_overdue(*, at: datetime.datetime) -> int:
    """补正逾期: what was not mended by 24:00 of its day ends. Again is nothing. The answer is how many."""
    found = queries.overdue(at)
    for one in found:
        ended = Due(one.due_on).moment  # type: ignore[arg-type]  # an overdue return has its day
        _decide(one.application, O.OVERDUE, S.OVERDUE, E.OVERDUE, SYSTEM, ended, due_on=one.due_on)
    return len(found)


@transaction.atomic
def record_visit(
    *,
    application: Application,
    visited_on: datetime.date,
    visitors: set[str],
    found: str,
    by: Actor,
    at: datetime.datetime,
) -> FieldVisit:
    """A field enquiry: two people, one page."""
    insist(rules.refusal_to_record_visit(visitors=visitors))
    insist(refusal_of_past(visited_on, today=shanghai.day(at)))
    said = {"visited_on": visited_on, "visitors": sorted(visitors), "found": found, "recorded_by": by.id}
    row = FieldVisit.objects.create(application=application, area_path=application.area_path, **said, recorded_at=at)
    record(E.VISITED, application, by=by, at=at, visited_on=visited_on)
    return row


@transaction.atomic
def ask_review(*, application: Application, reason: str, by: Actor, at: datetime.datetime) -> ReviewRequest:
    """A refused applicant asks for another look within two working days."""
    found = queries.newest(application)
    if found is None or found.outcome != O.REFUSED:
        raise Refused(R.NOT_UNDER_SCREENING)
    insist(None if reason.strip() else R.NO_REASON)
    insist(rules.refusal_to_ask_review(due_moment=Due(queries.review_due(found)).moment, at=at))
    row, _ = ReviewRequest.objects.get_or_create(
        screening=found, defaults={"reason": reason, "asked_at": at, "area_path": application.area_path}
    )
    record(E.REVIEW_ASKED, application, by=by, at=at)
    return row


@transaction.atomic
def answer_review(
    *,
    review: ReviewRequest,
    outcome: ReviewOutcome,
    answer: str,
    last_number_called: bool,
    by: Actor,
    at: datetime.datetime,
) -> None:
    """Somebody else looks again; reversed, the applicant is in and goes last."""
    another(by.id, [review.screening.decided_by], Duty.DECIDER)
    insist(rules.refusal_to_answer_review(last_number_called=last_number_called))
    insist(None if answer.strip() else R.NO_REASON)
    said = {"outcome": outcome, "answer": answer, "answered_by": by.id, "answered_at": at}
    if not ReviewRequest.objects.filter(pk=review.pk, outcome="").update(**said):
        raise Refused(MOVED)
    application = review.screening.application
    if outcome == ReviewOutcome.REVERSED:
        _insist_proven(application)
        move(application, S.SCREENED, refused=MOVED)
        append_last(application=application, by=by, at=at)
    record(E.REVIEW_ANSWERED, application, by=by, at=at, outcome=outcome)
