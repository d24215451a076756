"""What is owed while organisations are in incubation: by them, and by the centre for them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.duties.types import Each, Line, Said
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.sheets.enums import SheetState
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.plan import PLAN_HOUR
from sanshe.incubation.enums.stay.resource import LinkState
from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.enums.stay.training import TrainingState
from sanshe.incubation.ledgers.duties import NAME, behind, day, each, holder, of_batch, tell, theirs, to
from sanshe.incubation.models import (
    Attendance,
    DeskUse,
    Entry,
    Plan,
    QuarterlyReport,
    Receipt,
    ResourceLink,
    Supervision,
    Training,
)
from sanshe.incubation.rules.stay import plan as plans
from sanshe.incubation.rules.stay import report as reports
from sanshe.incubation.rules.stay import supervision as talks

MOST_REPORTS = 9  # of one term, extended as far as it may be
HERE = Q(state=EntryState.IN_INCUBATION, agreement__isnull=False)


def _plan_due(begun: date | None, entered: date | None) -> Due | None:
    """The nearest of the days of those who began and of those who did not; None while its year is not loaded."""
    try:
        anew = [plans.due(entered_on=entered, calendar=workdays())] if entered else []
    except Refused:
        anew = []
    kept = [Due(begun, PLAN_HOUR)] if begun else []
    return min(kept + anew, key=lambda due: due.moment, default=None)


def _without_plan(actor: Actor, at: datetime) -> Any:
    return Entry.objects.filter(HERE, plan__handed_at=None)


def _plans(line: Line, at: datetime) -> Said:
    return Said(to("entries", b=line.pk), line.facts[0], _plan_due(line.date(1), line.date(2)), line.n)


def _plan_to_write(actor: Actor, at: datetime) -> Any:
    return Entry.objects.filter(HERE).exclude(plan__state__in=[one for one in SheetState if one != SheetState.DRAFT])


def _plan(line: Line, at: datetime) -> Said:
    begun = line.date(1)
    return Said(to("plan_form", pk=line.id(0)), line.facts[3], _plan_due(begun, None if begun else line.date(2)))


def _plans_in(state: SheetState) -> Any:
    return lambda actor, at: Plan.objects.filter(state=state, entry__state=EntryState.IN_INCUBATION)


def _plan_back(line: Line, at: datetime) -> Said:
    return Said(to("plan_form", pk=line.id(0)), line.facts[1])


def _planned(later: bool) -> Any:
    """Trainings planned: still to come, or held by the clock and without counts."""

    def rows(actor: Actor, at: datetime) -> Any:
        when = {"starts_at__gt": at} if later else {"starts_at__lte": at}
        return Training.objects.filter(state=TrainingState.PLANNED, **when)

    return rows


def _begins(starts_at: datetime) -> Due:
    """The day and hour of its beginning, as something to be there for."""
    when = shanghai.local(starts_at)
    return Due(when.date(), when.hour, DayKind.DAY)


def _training(line: Line, at: datetime) -> Said:
    due = _begins(line.moment(3))
    return Said(to("training", pk=line.id(2)), line.facts[0], due if due.moment > at else None, line.facts[1])


def _invited(actor: Actor, at: datetime) -> Any:
    return Attendance.objects.filter(training__state=TrainingState.PLANNED, training__starts_at__gt=at)


def _come(line: Line, at: datetime) -> Said:
    return Said(to("stay", pk=line.id(0)), line.facts[1], _begins(line.moment(3)), line.facts[2])


def _not_talked_with(actor: Actor, at: datetime) -> Any:
    return Entry.objects.filter(HERE).exclude(Exists(Supervision.objects.filter(entry=OuterRef("pk"))))


def _to_follow(actor: Actor, at: datetime) -> Any:
    return Supervision.objects.filter(follow_up_on__isnull=False, followed_at=None)


def _follow(line: Line, at: datetime) -> Said:
    return Said(to("entry", pk=line.id(0)) + "#supervision", line.facts[1], day(line.day), line.facts[2])


def _proposed(actor: Actor, at: datetime) -> Any:
    return ResourceLink.objects.filter(state=LinkState.PROPOSED)


def _desks_left(actor: Actor, at: datetime) -> Any:
    """Desks of those who are no longer in incubation."""
    return DeskUse.objects.filter(released_on=None).exclude(entry__state=EntryState.IN_INCUBATION)


def _receipts(actor: Actor, at: datetime) -> Any:
    return Receipt.objects.filter(state=ReceiptState.GIVEN)


def _here(actor: Actor, at: datetime) -> Any:
    return Entry.objects.filter(HERE)


def _periods(line: Line, at: datetime) -> Iterator[tuple[reports.Period, str]]:
    """The reports of a term that have begun, each with what is known of it."""
    entered, ends = line.date(1), line.date(2)
    assert entered and ends
    found = zip(reports.periods(starts=entered, ends=ends), line.facts[3:], strict=False)
    return ((period, known) for period, known in found if period.starts <= shanghai.day(at))


def _reports(line: Line, at: datetime) -> Iterator[Said]:
    """One for each day, so that an old one does not hide behind the next."""
    for period, handed in _periods(line, at):
        if left := line.n - int(handed):
            where, blanks = to("entries", b=line.pk), (period.no, left)
            yield Said(where, line.facts[0], period.due, blanks, mark=f"{period.no}:{period.ends}")


def _report(line: Line, at: datetime) -> Iterator[Said]:
    for period, state in _periods(line, at):
        if state in ("", SheetState.DRAFT):
            where = to("report_form", pk=line.pk, no=period.no)
            yield Said(where, line.facts[0], period.due, period.no, mark=str(period.no))


def _reports_in(state: SheetState) -> Any:
    return lambda actor, at: QuarterlyReport.objects.filter(state=state)


def _report_back(line: Line, at: datetime) -> Said:
    return Said(to("report_form", pk=line.id(0), no=int(line.facts[2])), line.facts[1], None, line.facts[2])


def _numbered(what: Any) -> tuple[Any, ...]:
    return tuple(what(no) for no in range(1, MOST_REPORTS + 1))


_HANDED = _numbered(
    lambda no: Count("reports", filter=Q(reports__no=no, reports__handed_at__isnull=False), distinct=True)
)
_STATES = _numbered(lambda no: Max("reports__state", filter=Q(reports__no=no)))
_OWN = {"scope": "organisation", "subject": "batch"}
_BY_ENTRY = of_batch("entry__batch", facts=("entry__batch__name",))
_ON_PAGE = {"subject": "entry__batch", "day": "follow_up_on", "facts": ("entry", NAME, "follow_up")}
_TRAINING = {"subject": "batch", "day": "starts_at", "facts": ("batch__name", "title", "pk", "starts_at")}
SOURCES = (
    holder("plans", (P.PLAN_JUDGE, P.ENTRY_READ), _without_plan, _plans, is_next=True,
           **of_batch(facts=("batch__name", Min("plan__due_on"), Min("entered_on", filter=Q(plan=None))))),
    theirs("plan", P.PLAN_WRITE, _plan_to_write, _plan, **_OWN, is_reminded=True,
           facts=("pk", "plan__due_on", "entered_on", "organisation__name")),
    theirs("plan_back", P.PLAN_WRITE, _plans_in(SheetState.RETURNED), _plan_back, facts=("entry", NAME)),
    holder("plan_judge", (P.PLAN_JUDGE, P.ENTRY_READ), _plans_in(SheetState.SUBMITTED), behind("plan_judge"),
           each=each("#plan"), **_BY_ENTRY),
    holder("training_record", (P.TRAINING_MANAGE, P.ENTRY_READ), _planned(False), _training, **_TRAINING),
    holder("training", (P.TRAINING_MANAGE, P.ENTRY_READ), _planned(True), _training, is_next=True, **_TRAINING),
    theirs("come", P.ENTRY_OWN, _invited, _come, is_reminded=True, place="entry__area_path", day="training__starts_at",
           facts=("entry", NAME, "training__title", "training__starts_at")),
    holder("talk_first", (P.SUPERVISION_RECORD, P.ENTRY_READ), _not_talked_with,
           behind("talk_first", lambda line: talks.first_due(line.day) if line.day else None),
           each=each("#supervision", "organisation__name", "pk"),
           **of_batch(facts=("batch__name",), day=Min("entered_on"))),
    holder("talk_follow", (P.SUPERVISION_RECORD, P.ENTRY_READ), _to_follow, _follow, is_last_day=True, is_reminded=True,
           is_next=True, **_ON_PAGE),
    holder("link", (P.RESOURCE_MANAGE, P.ENTRY_READ), _proposed, behind("link"), each=each("#links"), **_BY_ENTRY),
    holder("desk", (P.RESOURCE_MANAGE, P.ENTRY_READ), _desks_left, behind("desk"), each=each("#support"), **_BY_ENTRY),
    holder("receipt", (P.RECEIPT_CHECK, P.ENTRY_READ), _receipts, behind("receipt"), others="given_by",
           each=Each(("grant__entry__organisation__name", "grant__entry"), each("#support").say),
           **of_batch("grant__entry__batch", facts=("grant__entry__batch__name",))),
    holder("reports", (P.REPORT_JUDGE, P.ENTRY_READ), _here, _reports, is_next=True,
           **of_batch(facts=("batch__name", "entered_on", "term_to", *_HANDED))),
    theirs("report", P.REPORT_WRITE, _here, _report, is_reminded=True, is_grouped=True, **_OWN,
           facts=("organisation__name", "entered_on", "term_to", *_STATES)),
    theirs("report_back", P.REPORT_WRITE, _reports_in(SheetState.RETURNED), _report_back, facts=("entry", NAME, "no")),
    holder("report_judge", (P.REPORT_JUDGE, P.ENTRY_READ), _reports_in(SheetState.SUBMITTED), behind("report_judge"),
           each=each("#reports"), **_BY_ENTRY),
)  # fmt: skip


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
