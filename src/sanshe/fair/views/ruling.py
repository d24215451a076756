"""A ruling: what it would change, and the second person's word."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of
from sanshe.fair import actions
from sanshe.fair.enums import P, RulingState
from sanshe.fair.pages import ruling as pages
from sanshe.fair.queries import fairs
from sanshe.fair.queries import play as queries
from sanshe.fair.views.common import found, who


@needs(P.RULE)
@require_safe
def ruling(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was asked, and what each earlier answer becomes."""
    row = found(queries.ruling(request.actor, key, P.RULE))
    is_asked = row.state == RulingState.ASKED
    owed = queries.owed(row)
    facts = {
        "ruling": row,
        "riddle": row.riddle,
        "fair": row.riddle.fair,
        "words": pages.words(row),
        "heard": pages.heard(row),
        "may_decide": is_asked and row.asked_by != request.actor.id,
        "is_asked": is_asked,
        "owed": owed,
        "stocks": fairs.stocks(row.riddle.fair) if owed else (),
        "entries": history("fair.ruling", row.pk),
    }
    return render(request, "fair/ruling.html", facts)


@needs(P.RULE)
@require_POST
def agree(request: HttpRequest, key: UUID) -> HttpResponse:
    row = found(queries.ruling(request.actor, key, P.RULE))
    actions.agree(ruling=row, **who(request))
    messages.success(request, _("两人同意，照办了。"))
    return redirect(reverse("fair:ruling", args=[key]))


@needs(P.RULE)
@require_POST
def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    row = found(queries.ruling(request.actor, key, P.RULE))
    actions.refuse(ruling=row, words=request.POST.get("words", ""), **who(request))
    messages.success(request, _("照旧，不改。"))
    return redirect(reverse("fair:ruling", args=[key]))


@needs(P.RULE)
@require_POST
def make_good(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who said it first gets a prize without a win."""
    row = found(queries.ruling(request.actor, key, P.RULE))
    stock = found(fairs.stock_in(row.riddle.fair, key_of(request.POST.get("stock", "")) or key))
    actions.make_good(ruling=row, stock=stock, **who(request))
    messages.success(request, _("补了一份：{good}。").format(good=stock.good.name))
    return redirect(reverse("fair:ruling", args=[key]))
