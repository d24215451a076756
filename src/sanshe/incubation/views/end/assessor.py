"""An assessor's declaration, before anything of the assessment can be read."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanshe.core.kit.access import needs
from sanshe.core.ui.adapters import chosen
from sanshe.incubation.actions.end import assessment as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.panel import RelationKind
from sanshe.incubation.phrases.end import assessment as words
from sanshe.incubation.phrases.panel.panel import RELATIONS
from sanshe.incubation.queries.end import assessment as queries
from sanshe.incubation.queries.end import assessors as people


@needs(P.ASSESSMENT_MARK)
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """What ties this assessor to the organisation; the page tells nothing of the assessment itself."""
    row = queries.assessment_for(request.actor, P.ASSESSMENT_MARK, pk)
    seat = queries.seat(row, request.actor) if row is not None and row.entry_id == e else None
    if row is None or seat is None:
        raise Http404
    if request.method == "POST":
        kind, said = request.POST.get("kind", ""), request.POST.get("said", "")
        relation = chosen(RelationKind, kind) if kind else ""
        actions.declare(assessment=row, relation=relation, said=said, by=request.actor, at=request.received_at)
        to = "declare_assessor" if relation else "assessment"
        return redirect(f"incubation:{to}", e=e, pk=pk)
    tie = people.tie_of(seat.person, row.entry)
    found = RELATIONS[tie] if tie else ""
    facts = {"row": row, "entry": row.entry, "name": words.NAMES[row.kind], "seat": seat}
    facts |= {"found": found, "kinds": RELATIONS}
    return render(request, "incubation/end/declare_assessor.html", facts)
