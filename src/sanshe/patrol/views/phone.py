"""The page on a worker's telephone: it works where there is no signal, from what was pulled."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.kit.access import needs
from sanshe.patrol import phrases
from sanshe.patrol.enums import FINDS, P


@needs(P.VISIT)
@require_safe
def phone(request: HttpRequest) -> HttpResponse:
    """No door and no name is in it: the browser keeps this page, the list lies beside it."""
    facts = {
        "outcomes": phrases.OUTCOMES,
        "results": phrases.RESULTS,
        "missing": phrases.MISSING,
        "finds": " ".join(sorted(FINDS)),
        "heading": phrases.PHONE,
    }
    return render(request, "patrol/phone.html", facts)
