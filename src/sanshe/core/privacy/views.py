"""The privacy notice, told from the declarations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanshe.core.kit.access import Open, needs
from sanshe.core.privacy import phrases, queries


@needs(Open.PUBLIC)
@require_GET
def notice(request: HttpRequest) -> HttpResponse:
    """Every personal field: what for, on what ground, how long, how it is shown."""
    lines = [(told, phrases.MASKS[told.field.mask]) for told in queries.notice()]
    return render(request, "privacy/notice.html", {"lines": lines})
