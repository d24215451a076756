"""The published figures of a month's appeals, counted from the rows. What each leaves out stands beside it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Count, OuterRef, Q, QuerySet, Subquery

from sanshe.appeals.enums import ClockKind, Reach, Satisfied, Solved, State
from sanshe.appeals.models import Appeal, Clock
from sanshe.appeals.queries.appeals import over
from sanshe.appeals.types import Figures
from sanshe.core.kit import shanghai
from sanshe.core.rows.queries import within

ACCEPTED = Q(duty_item__isnull=False)
REACHED, RATED = Q(reach=Reach.REACHED), Q(satisfied__in=set(Satisfied) - {Satisfied.UNSAID})
CALLED = ~Q(reach="")
OPEN = ~Q(state__in=State.over())


def month_of(at: datetime) -> date:
    """The first day of the month of a moment."""
    return shanghai.day(at).replace(day=1)


def next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def received_in(paths: Iterable[str], first: date) -> QuerySet[Appeal]:
    """What came in a month; what was taken back within ten minutes did not come."""
    span = Q(received_at__gte=shanghai.moment(first), received_at__lt=shanghai.moment(next_month(first)))
    return Appeal.objects.filter(within(paths), span).exclude(state=State.TAKEN_BACK).order_by()


def counted(paths: Iterable[str], first: date, at: datetime) -> Figures:
    """All figures of a month's appeals, with what is open of any month."""
    paths = list(paths)
    rows = _with_clocks(received_in(paths, first))
    found = rows.aggregate(**{name: Count("pk", filter=rule) for name, rule in rules(at).items()})
    still = Appeal.objects.filter(within(paths), OPEN).order_by()
    return Figures(**found, open=still.count(), overdue=still.filter(over(at)).count())


def rules(at: datetime) -> dict[str, Q]:
    """Which appeals of a month each figure counts."""
    late = Q(contact_met=False) | Q(contact_met=None, contact_due__lte=at, contact_stopped=None)
    done = ACCEPTED & ~Q(state=State.HANDLED)  # its term is judged once the check passed
    return {
        "received": Q(),
        "answered": Q(state=State.ANSWERED),
        "redirected": Q(state=State.REDIRECTED),
        "declined": Q(state=State.DECLINED),
        "accepted": ACCEPTED,
        "waiting": Q(state=State.RECEIVED),
        "closed": ACCEPTED & Q(state__in=(State.CLOSED, State.WITHDRAWN)),
        "withdrawn": ACCEPTED & Q(state=State.WITHDRAWN),
        "contacted": ACCEPTED & Q(contact_met=True),
        "contacted_late": ACCEPTED & late,
        "met": done & Q(handle_met=True),
        "missed": done & Q(handle_met=False),
        "called": CALLED,
        "reached": REACHED,
        **{f"solved_{one}": REACHED & Q(solved=one) for one in Solved},
        **{f"said_{one}": REACHED & Q(satisfied=one) for one in Satisfied},
    }


def _with_clocks(rows: QuerySet[Appeal]) -> QuerySet[Appeal]:
    """With the first clock of contact and of handling: done again is another clock, and no other figure."""
    first = {"contact": ClockKind.CONTACT, "handle": ClockKind.HANDLE}
    own = {
        name: Clock.objects.filter(appeal=OuterRef("pk"), kind=kind).order_by("started_at", "pk")
        for name, kind in first.items()
    }
    return rows.annotate(
        contact_met=Subquery(own["contact"].values("is_met")[:1], output_field=BooleanField(null=True)),
        contact_due=Subquery(own["contact"].values("due_at")[:1]),
        contact_stopped=Subquery(own["contact"].values("stopped_at")[:1]),
        handle_met=Subquery(own["handle"].values("is_met")[:1], output_field=BooleanField(null=True)),
    )


def by_place(paths: Iterable[str], first: date) -> list[tuple[str, dict[str, int]]]:
    """Verdicts by community, in the order of codes: nobody is ranked."""
    rules_of = {"reached": REACHED, "solved": REACHED & Q(solved=Solved.SOLVED), "rated": RATED}
    rules_of |= {"satisfied": Q(satisfied=Satisfied.SATISFIED), "unsaid": REACHED & Q(satisfied=Satisfied.UNSAID)}
    rows = received_in(paths, first).filter(REACHED).values("area_path")
    found: Any = rows.annotate(**{f"n_{name}": Count("pk", filter=rule) for name, rule in rules_of.items()}).order_by(
        "area_path"
    )
    return [(one["area_path"], {name: one[f"n_{name}"] for name in rules_of}) for one in found]
