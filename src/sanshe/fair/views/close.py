"""The end of a fair: closed, counted, signed by two."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.areas.queries import name_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.forms import count_in
from sanshe.core.ui.forms import sound
from sanshe.fair import actions, phrases
from sanshe.fair.enums import FairState, P, R
from sanshe.fair.forms import CloseForm
from sanshe.fair.pages import close as pages
from sanshe.fair.queries import fairs as queries
from sanshe.fair.views.common import fair_of, found, who


def _shown(row: Any) -> HttpResponse:
    return redirect(reverse("fair:close", args=[row.pk]))


@needs(P.READ)
@require_safe
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """The account of a fair: riddles, wins and prizes, and the goods with their difference."""
    row = fair_of(request, key, P.READ)
    is_closed = row.state == FairState.CLOSED
    facts = {
        "fair": row,
        "place": name_of(row.area_path),
        "state": phrases.FAIR_STATES[row.state],
        "end": pages.end(row),
        "clock": pages.clock_of(row, request.received_at),
        "form": CloseForm(),
        "may_close": row.state == FairState.HUNG and request.actor.may_at(P.PLAN, row.area_path),
        "may_count": is_closed and request.actor.may_at(P.PLAN, row.area_path),
        "may_sign": is_closed and request.actor.may_at(P.DESK, row.area_path),
        "may_countersign": row.state == FairState.SIGNED and request.actor.may_at(P.COUNTERSIGN, row.area_path),
        "entries": history("fair.fair", row.pk),
    }
    return render(request, "fair/close.html", facts)


@needs(P.PLAN)
@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """What hangs comes down."""
    row = fair_of(request, key, P.PLAN)
    actions.close_fair(fair=row, **sound(CloseForm(request.POST)).cleaned_data, **who(request))
    messages.success(request, _("收场了。接着点余数，再签账。"))
    return _shown(row)


@needs(P.PLAN)
@require_POST
def count(request: HttpRequest, key: UUID, stock: UUID) -> HttpResponse:
    """What is left of a good at a place."""
    row = fair_of(request, key, P.PLAN)
    kept = found(queries.stock_in(row, stock))
    counted = count_in(request.POST, "counted")
    if counted is None:
        raise Refused(R.BAD_AMOUNT, field="counted")
    actions.count_stock(stock=kept, counted=counted, **who(request))
    messages.success(request, _("点好了。"))
    return _shown(row)


@needs(P.DESK)
@require_POST
def sign(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who kept a desk signs."""
    row = fair_of(request, key, P.DESK)
    actions.sign(fair=row, words=request.POST.get("words", ""), **who(request))
    messages.success(request, _("签了，轮到街道会签。"))
    return _shown(row)


@needs(P.COUNTERSIGN)
@require_POST
def countersign(request: HttpRequest, key: UUID) -> HttpResponse:
    """The subdistrict signs too."""
    row = fair_of(request, key, P.COUNTERSIGN)
    actions.countersign(fair=row, **who(request))
    messages.success(request, _("会签了，账签完了。"))
    return _shown(row)
