"""Who signed, for those who handle it in their area; a pledge made void; a unit's own count of its drivers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.files.queries import attachments
from sanshe.core.kit.access import needs
from sanshe.core.parties.queries import by_id
from sanshe.core.rows.rules import from_any_page
from sanshe.core.signing.phrases import GRADES
from sanshe.core.ui.forms import sound
from sanshe.pledges import actions, phrases
from sanshe.pledges.enums import P, Stage
from sanshe.pledges.forms import DriversForm, VoidForm
from sanshe.pledges.pages import sign as pages
from sanshe.pledges.queries import campaigns
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.views.common import campaign_of, who


def _pledge(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.pledge(request.actor, key, code)
    if row is None:
        raise Http404
    return row


@needs(P.NAMES)
@require_safe
def pledge(request: HttpRequest, key: UUID) -> HttpResponse:
    """A pledge of one's area, its signer masked."""
    row = _pledge(request, key, P.NAMES)
    shown = pages.receipt(row, request.received_at, row.text.number)
    is_there = shown.stage in (Stage.SIGNED, Stage.EFFECTIVE)
    facts = {
        "row": row,
        "pledge": shown,
        "stage": phrases.STAGES[shown.stage],
        "grade": GRADES[row.grade],
        "scans": attachments("pledges.papersheet", row.sheet_id) if row.sheet_id else [],
        "ground": phrases.GROUNDS.get(row.ground, ""),
        "form": VoidForm() if is_there and request.actor.may_at(P.VOID, row.area_path) else None,
        "entries": history(queries.KIND, row.pk),
    }
    return render(request, "pledges/pledge.html", facts)


@needs(P.NAMES)
@require_safe
def signed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who signed in one's area, masked, the newest first."""
    row, at = campaign_of(request, key, P.READ), request.received_at
    page = queries.signed(request.actor, row, request.GET.get("after"), request.GET.get("before"))
    lines = [pages.receipt(one, at, one.text.number) for one in page.rows]
    facts = {"campaign": row, "lines": lines, "page": page, "stages": phrases.STAGES}
    return render(request, "pledges/signed.html", facts)


@needs(P.VOID)
@require_POST
def void(request: HttpRequest, key: UUID) -> HttpResponse:
    """It was no pledge."""
    row = _pledge(request, key, P.VOID)
    ground = sound(VoidForm(request.POST)).cleaned_data["ground"]
    actions.void(pledge=row, ground=ground, **who(request))
    messages.success(request, _("作废了。"))
    return redirect(reverse("pledges:pledge", args=[row.pk]))


@needs(P.UNIT)
@require_http_methods(["GET", "POST"])
@from_any_page
def drivers(request: HttpRequest, key: UUID, unit: UUID) -> HttpResponse:
    """A unit sees how many signed, never who, and says how many drivers it has."""
    campaign, found = campaigns.open_campaign(key, request.received_at), by_id(unit)
    if campaign is None or found is None or unit not in request.actor.organisations(P.UNIT):
        raise Http404
    if request.method == "POST":
        given = sound(DriversForm(request.POST)).cleaned_data
        actions.count_drivers(campaign=campaign, unit=found, **given, **who(request))
        messages.success(request, _("记下了。"))
        return redirect(reverse("pledges:drivers", args=[key, unit]))
    signed = queries.tally(campaign.pledges.filter(unit=unit), request.received_at)
    facts = {
        "campaign": campaign,
        "unit": found,
        "tally": signed,
        "coverage": queries.coverage(campaign, unit, signed.whole),
        "form": DriversForm(),
    }
    return render(request, "pledges/drivers.html", facts)
