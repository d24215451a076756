"""查进度: one page for every kind of matter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.accounts.adapters import give_device
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.tracking import actions, adapters, queries, rules


@needs(Open.PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
@without_receipt
def track(request: HttpRequest) -> HttpResponse:
    """Ask by number and the last four digits; what was found is open in this browser and goes on to its page."""
    if request.method != "POST":
        return _page(request, request.GET.get("number", ""))
    number, digits = request.POST.get("number", ""), request.POST.get("digits", "")
    real = clock.real()
    found = actions.look_up(number=number, digits=digits, device=give_device(request), real=real)
    adapters.open_in(request, found, real)
    return redirect(queries.page_of(found[0].kind, found[0].key)) if len(found) == 1 else redirect("tracking:track")


@needs(Open.PUBLIC)
@require_POST
@without_receipt
def close(request: HttpRequest) -> HttpResponse:
    """Put away what was opened in this browser."""
    adapters.close_all(request)
    return redirect("tracking:track")


def _page(request: HttpRequest, number: str) -> HttpResponse:
    opened = [
        (queries.TRACKED[one.kind].label, one.number, queries.page_of(one.kind, one.key))
        for one in adapters.opened(request, clock.real())
        if one.kind in queries.TRACKED
    ]
    facts = {
        "number": number[: rules.LONGEST],
        "kinds": [(one.label, one.example) for one in queries.TRACKED],
        "opened": opened,
    }
    return render(request, "tracking/track.html", facts)
