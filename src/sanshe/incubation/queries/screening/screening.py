"""Reading the screening: the queue, what was found, what is due."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.receipts.rules import settled
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.screening.screening import RETURN_WORKDAYS, REVIEW_WORKDAYS, CheckVerdict, ScreeningOutcome
from sanshe.incubation.models import Application, Batch, Check, FieldVisit, ReviewRequest, Screening
from sanshe.incubation.queries.call.application import of_batch


@dataclass(frozen=True, slots=True)
class Sums:
    """How the received stand in the screening; the six parts add up to `received`."""

    received: int
    passed: int
    returned: int
    mended: int
    refused: int
    overdue: int
    waiting: int
    withdrawn: int

    @property
    def left(self) -> int:
        """What waits to be judged, for the first time or mended."""
        return self.waiting + self.mended


def sums(batch: Batch) -> Sums:
    mended = Q(state=S.SUBMITTED, screenings__outcome=ScreeningOutcome.RETURNED)
    which = {
        "received": Q(serial__isnull=False),
        "passed": Q(state__in=S.screened_in()),
        "returned": Q(state=S.RETURNED),
        "mended": mended,
        "refused": Q(state=S.INELIGIBLE),
        "overdue": Q(state=S.OVERDUE),
        "withdrawn": Q(state=S.WITHDRAWN, serial__isnull=False),
        "submitted": Q(state=S.SUBMITTED),
    }
    found = Application.objects.filter(batch=batch).aggregate(
        **{name: Count("pk", filter=condition, distinct=True) for name, condition in which.items()}
    )
    waiting = found.pop("submitted") - found["mended"]
    return Sums(waiting=waiting, **found)


def queue(actor: Actor, batch: Batch, code: str = P.SCREENING_READ) -> QuerySet[Application]:
    """All received, those to be judged first."""
    return of_batch(actor, batch, code)


@dataclass(frozen=True, slots=True)
class Around:
    """The queue beside one case: a stretch of it, the neighbours, and which of how many this one is."""

    rows: list[Application]
    before: Application | None
    after: Application | None
    place: int


BACK, ON = 6, 60


def around(actor: Actor, batch: Batch, row: Application, only: str = "") -> Around:
    """Some before and many after, in the order of numbers; `waiting` leaves out what is decided."""
    whole = queue(actor, batch)
    rows = whole.filter(state=S.SUBMITTED) if only == "waiting" else whole
    before = list(rows.filter(serial__lt=row.serial).order_by("-serial")[:BACK])
    after = list(rows.filter(serial__gt=row.serial)[:ON])
    place = whole.filter(serial__lte=row.serial).count()
    shown = [*reversed(before), row, *after]
    return Around(shown, before[0] if before else None, after[0] if after else None, place)


def returns(batch: Batch) -> tuple[int, date | None]:
    """How many returns wait for an answer, and the nearest last day."""
    found = Screening.objects.filter(application__batch=batch, application__state=S.RETURNED, mended_at=None)
    days = found.filter(outcome=ScreeningOutcome.RETURNED).aggregate(n=Count("pk"), first=Min("due_on"))
    return days["n"], days["first"]


def due_days(batch: Batch) -> dict[UUID, date]:
    """The last day of every open return, by application."""
    found = Screening.objects.filter(application__batch=batch, application__state=S.RETURNED, mended_at=None)
    return {key: day for key, day in found.values_list("application_id", "due_on") if day}


def earlier(row: Application) -> list[Application]:
    """What the same organisation, or one of the same name, handed in to other batches."""
    same = Q(name=row.name) | (Q(credit_code=row.credit_code) if row.credit_code else Q(pk=None))
    found = Application.objects.filter(same, serial__isnull=False).exclude(batch=row.batch)
    return list(found.select_related("batch").order_by("-submitted_at")[:5])


def checks(application: Application) -> dict[int, Check]:
    """The findings by rule number."""
    return {one.rule.no: one for one in application.checks.select_related("rule")}


def verdicts(application: Application) -> dict[int, CheckVerdict | None]:
    found = checks(application)
    numbers = application.batch.rules.values_list("no", flat=True)
    return {no: CheckVerdict(found[no].verdict) if no in found else None for no in numbers}


def newest(application: Application) -> Screening | None:
    return application.screenings.order_by("-no").first()


def open_return(application: Application) -> Screening | None:
    """The return that still waits for an answer."""
    found = newest(application)
    return found if found and found.outcome == ScreeningOutcome.RETURNED and found.mended_at is None else None


def return_due(at: datetime) -> date:
    """The last day to answer a return made now."""
    return workdays().term(shanghai.day(at), RETURN_WORKDAYS, DayKind.WORKDAY)


def review_due(screening: Screening) -> date:
    """The last day to ask for a second look at a refusal."""
    return workdays().term(shanghai.day(screening.decided_at), REVIEW_WORKDAYS, DayKind.WORKDAY)


def overdue(at: datetime) -> list[Screening]:
    """Returns whose last day is over and that nobody answered, nor can still be answering."""
    today = shanghai.day(settled(at))
    found = Screening.objects.filter(outcome=ScreeningOutcome.RETURNED, mended_at=None, due_on__lt=today)
    return list(found.filter(application__state=S.RETURNED).select_related("application", "application__batch"))


def open_reviews(batch: Batch) -> QuerySet[ReviewRequest]:
    found = ReviewRequest.objects.filter(screening__application__batch=batch, outcome="")
    return found.select_related("screening__application")


def visits(application: Application) -> list[FieldVisit]:
    """Field enquiries of an application, newest first."""
    return list(application.visits.order_by("-visited_on", "-recorded_at"))
