"""Taking back what was done a few minutes ago, and what every write is asked first: whether its page is still true."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.rows import actions, adapters
from sanshe.core.rows.enums import R
from sanshe.core.rows.queries import TAKEN_BACK
from sanshe.core.rows.rules import from_any_page, names_its_page


def insist_on_page(request: HttpRequest, face: object, blanks: Iterable[object]) -> None:
    """Refuse what was sent from a page that no longer shows what is so, or that does not say what it showed."""
    if request.method != "POST" or not names_its_page(face, blanks):
        return  # no page answers to another method of writing; what asks for no mark looks at none
    marks = adapters.read(" ".join(request.POST.getlist("drawn")))
    if not marks:
        raise Refused(R.NOT_DRAWN)
    actions.hold(marks)


@needs(Open.PUBLIC)
@require_POST
@from_any_page
def take_back(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    """Whoever did it; who that may be, a visitor without an account too, its app says by `find`."""
    one = TAKEN_BACK.get(code)
    row = one.find(request, pk) if one else None
    if one is None or row is None:
        raise Http404
    actions.take_back(code=code, row=row, by=request.actor, at=request.received_at)
    return redirect(one.url(row))
