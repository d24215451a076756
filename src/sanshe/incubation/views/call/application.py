"""One application as those of the area read it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.incubation.actions.call import application as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.pages.call.application_form import shown
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.queries.call import application as queries
from sanshe.incubation.queries.screening import screening as screened


@needs(P.APPLICATION_READ)
@require_safe
def application(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One application as those of the area read it, people masked."""
    return _page(request, pk, P.APPLICATION_READ, is_clear=False)


@needs(P.APPLICATION_REVEAL)
@require_POST
@without_receipt
def reveal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same with what was masked; the look is on record."""
    row = queries.one_for_staff(request.actor, pk, P.APPLICATION_REVEAL)
    if row is None:
        raise Http404
    actions.show(application=row, by=request.actor, at=request.received_at)
    return _page(request, pk, P.APPLICATION_REVEAL, is_clear=True)


def _page(request: HttpRequest, pk: UUID, code: str, is_clear: bool) -> HttpResponse:
    row = queries.one_for_staff(request.actor, pk, code)
    if row is None:
        raise Http404
    facts = {
        "row": row,
        "shown": shown(row, is_clear),
        "papers": [(words.LABELS[slot], one) for slot, one in queries.papers(row).items()],
        "checks": screened.checks(row),
        "screenings": row.screenings.order_by("no"),
        "state": words.STATES[row.state],
        "pill": words.PILLS[row.state],
        "channel": words.CHANNELS[row.channel],
        "registration": words.REGISTRATIONS.get(row.registration, ""),
        "may_reveal": request.actor.may_at(P.APPLICATION_REVEAL, row.area_path) and not is_clear,
        "entries": history(queries.KIND, row.pk),
    }
    return render(request, "incubation/call/application.html", facts)
