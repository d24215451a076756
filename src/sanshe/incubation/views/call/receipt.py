"""The desk's book of papers: a line with its scan, a second person, and the application entered from it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.accounts.queries import names_of
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit.access import needs
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.incubation.actions.call import receipt as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.forms.receipt import PaperForm, ReceiptForm
from sanshe.incubation.queries.call import receipt as queries
from sanshe.incubation.views.call.batch import found


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


@needs(P.APPLICATION_IMPORT)
@require_http_methods(["GET", "POST"])
@from_any_page
@takes_files(evidence)
def receipts(request: HttpRequest, b: UUID) -> HttpResponse:
    """The book, newest line first, with one more line to write."""
    batch = found(request, P.APPLICATION_IMPORT, b)
    if request.method == "POST":
        actions.take_in(batch=batch, **sound(ReceiptForm(request.POST, request.FILES)).cleaned_data, **_who(request))
        return redirect("incubation:receipts", b=b)
    page = queries.book(batch, request.GET.get("after"), request.GET.get("before"))
    names = names_of({key for row in page.rows for key in (row.received_by, row.witnessed_by) if key})
    rows = [(row, names.get(row.received_by, ""), names.get(row.witnessed_by, "")) for row in page.rows]
    facts = {"batch": batch, "form": ReceiptForm(), "page": page, "rows": rows, "me": request.actor.id}
    return render(request, "incubation/call/receipts.html", facts)


def _line(request: HttpRequest, b: UUID, no: int) -> Any:
    row = queries.line(found(request, P.APPLICATION_IMPORT, b), no)
    if row is None:
        raise Http404
    return row


@needs(P.APPLICATION_IMPORT)
@require_POST
@from_any_page
def witness(request: HttpRequest, b: UUID, no: int) -> HttpResponse:
    """The second person."""
    actions.witness(receipt=_line(request, b, no), **_who(request))
    return redirect("incubation:receipts", b=b)


@needs(P.APPLICATION_IMPORT)
@require_http_methods(["GET", "POST"])
@from_any_page
def enter(request: HttpRequest, b: UUID, no: int) -> HttpResponse:
    """Enter the application that the paper holds."""
    row = _line(request, b, no)
    if request.method == "POST":
        values = sound(PaperForm(request.POST)).cleaned_data
        made = actions.enter_from_desk(receipt=row, values=values, **_who(request))
        return redirect("incubation:application", pk=made.pk)
    facts = {"batch": row.batch, "row": row, "form": PaperForm(initial={"name": row.name})}
    return render(request, "incubation/call/enter.html", facts)
