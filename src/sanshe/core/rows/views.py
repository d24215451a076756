"""Taking back what was done a few minutes ago."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sanshe.core.kit.access import Open, needs
from sanshe.core.rows import actions
from sanshe.core.rows.queries import TAKEN_BACK


@needs(Open.PUBLIC)
@require_POST
def take_back(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    """Whoever did it; who that may be, a visitor without an account too, its app says by `find`."""
    one = TAKEN_BACK.get(code)
    row = one.find(request, pk) if one else None
    if one is None or row is None:
        raise Http404
    actions.take_back(code=code, row=row, by=request.actor, at=request.received_at)
    return redirect(one.url(row))
