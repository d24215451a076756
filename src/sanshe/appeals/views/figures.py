"""The figures of a month, each with its definition."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.appeals.enums import P
from sanshe.appeals.pages import figures as pages
from sanshe.appeals.queries import figures as queries
from sanshe.core.kit.access import needs

ONE = timedelta(days=1)


@needs(P.READ)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """This month's, or those of the month that was asked for."""
    paths, at = list(request.actor.paths(P.READ)), request.received_at
    this = queries.month_of(at)
    month = _month(request.GET.get("month", "")) or this
    found, after = queries.counted(paths, month, at), queries.next_month(month)
    facts = pages.facts(found, month, after - ONE) | {
        "month": month,
        "before": (month - ONE).replace(day=1),
        "after": after if after <= this else None,
        "places": pages.places(paths, month),
    }
    return render(request, "appeals/figures.html", facts)


def _month(text: str) -> date | None:
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2100 else None
