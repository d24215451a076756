"""Links among the five, from the page of an entry."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.hours import quarters_of
from sanshe.core.kit.money import cents_of
from sanshe.core.rows.forms import day_in
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.adapters import chosen
from sanshe.incubation.actions.stay import resource as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.resource import Five
from sanshe.incubation.queries.stay import resource as queries
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.views.stay.plan import back_to

MOST_QUARTERS = 4 * 10_000


@needs(P.RESOURCE_PROPOSE, P.RESOURCE_MANAGE)
@require_POST
@from_any_page
def propose(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = stay.to_write(request.actor, pk, P.RESOURCE_PROPOSE, P.RESOURCE_MANAGE)
    post = request.POST
    if entry is None:
        raise Http404
    quarters, cents = quarters_of(post.get("hours", ""), MOST_QUARTERS), cents_of(post.get("money", ""))
    is_wrong = bool(post.get("hours") and quarters is None or post.get("money") and cents is None)
    said = {name: post.get(name, "")[:most] for name, most in _TEXTS}
    ends = {name: chosen(Five, post.get(name, "")) for name in ("from_kind", "to_kind")}
    amounts = {"quarters": quarters, "cents": cents, "is_amount_wrong": is_wrong}
    actions.propose(entry=entry, **ends, **said, **amounts, by=request.actor, at=request.received_at)
    return back_to(request, pk)


_TEXTS = (("from_name", 60), ("to_name", 60), ("what", 200), ("goods", 120))


@needs(P.RESOURCE_MANAGE)
@require_POST
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The link was made, or is over."""
    row = queries.link_for(request.actor, pk)
    if row is None:
        raise Http404
    on = day_in(request.POST, "on") or shanghai.day(request.received_at)
    who = {"row": row, "on": on, "by": request.actor, "at": request.received_at}
    if request.POST.get("act") == "end":
        actions.end(words=request.POST.get("words", "")[:200], **who)
    else:
        actions.link(**who)
    return back_to(request, row.entry_id)
