"""The register of who entered: three figures that add up, and the rows behind them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import whole
from sanshe.core.ledgers.queries import keyset
from sanshe.incubation.enums.access import P
from sanshe.incubation.phrases.agreement import register as words
from sanshe.incubation.queries.agreement import register as queries


@needs(P.REGISTER_READ)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """48 ＋ 30 ＝ 78, each a door."""
    rows = queries.entries(request.actor)
    if request.GET.get("state") in list(words.STATES):
        rows = rows.filter(state=request.GET["state"])
    if (no := whole(request.GET.get("batch"))) is not None:
        rows = rows.filter(batch__no=no)
    place = {"after": request.GET.get("after"), "before": request.GET.get("before")}
    page = keyset(rows.order_by(), ("-entered_on", "pk"), "incubation.register", **place)
    sums = queries.sums_for(request.actor)
    facts = {
        "page": page,
        "sums": sums,
        "total_name": words.TOTALS.get(sums.get("total_name", ""), ""),
        "states": words.STATES,
        "asked": request.GET,
    }
    return render(request, "incubation/agreement/register.html", facts)
