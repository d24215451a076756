"""For the office alone: tips, and what comes of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.creation import actions, phrases
from sanshe.creation.enums import P
from sanshe.creation.queries import tips as queries
from sanshe.creation.views.common import back_to, found, who


@needs(P.TIP)
@require_safe
def tips(request: HttpRequest) -> HttpResponse:
    """All tips of one's district, the newest first."""
    rows = [(one, phrases.TIP_STATES[one.state]) for one in queries.tips(request.actor)[:100]]
    return render(request, "creation/tips.html", {"rows": rows})


@needs(P.TIP)
@require_safe
def one_tip(request: HttpRequest, key: UUID) -> HttpResponse:
    """One tip, and what may come of it."""
    row = found(queries.tip(request.actor, key))
    facts = {"row": row, "state": phrases.TIP_STATES[row.state], "heading": _("监督线索")}
    facts["reply"] = phrases.REPLIES.get(row.attestation.reply) if row.attestation else ""
    return render(request, "creation/tip.html", facts)


@needs(P.TIP)
@require_POST
def close_tip(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer it."""
    row = found(queries.tip(request.actor, key))
    actions.close_tip(tip=row, answer=request.POST.get("answer", ""), **who(request))
    return back_to(request, "creation:tip", row.pk)
