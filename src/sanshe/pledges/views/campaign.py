"""Campaigns: the list, a new one, its page in numbers, versions of its text, its cases."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import districts_of, name_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.ui.forms import sound
from sanshe.pledges import actions, phrases
from sanshe.pledges.enums import CampaignState, P, TextState
from sanshe.pledges.forms import CampaignForm, LessonForm, TextForm
from sanshe.pledges.pages import campaign as pages
from sanshe.pledges.pages import sign as texts
from sanshe.pledges.queries import campaigns as queries
from sanshe.pledges.views.common import campaign_of, who


def _kept(request: HttpRequest, row: Any) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect(reverse("pledges:campaign", args=[row.pk]))


@needs(P.READ)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The campaigns of one's place, the newest first."""
    at = request.received_at
    rows = [(one, name_of(one.area_path), pages.figures(one, at)) for one in queries.campaigns(request.actor)[:20]]
    facts = {"rows": rows, "states": phrases.CAMPAIGN_STATES, "may_plan": request.actor.may(P.PLAN)}
    return render(request, "pledges/home.html", facts)


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a campaign."""
    places = list(districts_of(request.actor).items()) or [(path, path) for path in request.actor.paths(P.PLAN)]
    if request.method == "POST":
        given = sound(CampaignForm(request.POST, places=places)).cleaned_data
        return _kept(request, actions.open_campaign(**given, **who(request)))
    facts = {"form": CampaignForm(places=places), "heading": phrases.NEW_CAMPAIGN}
    return render(request, "pledges/form.html", facts)


@needs(P.READ)
@require_safe
def campaign(request: HttpRequest, key: UUID) -> HttpResponse:
    """A campaign in numbers."""
    row = campaign_of(request, key, P.READ)
    is_open = row.state == CampaignState.OPEN
    facts = {
        "campaign": row,
        "place": name_of(row.area_path),
        "board": pages.board(row, request.received_at),
        "proof": pages.proof(row),
        "lessons": row.lessons.all(),
        "text_states": phrases.TEXT_STATES,
        "may_plan": is_open and request.actor.may_at(P.PLAN, row.area_path),
        "may_session": is_open and request.actor.may(P.SESSION),
        "may_witness": is_open and request.actor.may(P.WITNESS),
        "may_see_names": request.actor.may(P.NAMES),
        "is_open": is_open,
        "entries": history("pledges.campaign", row.pk),
    }
    return render(request, "pledges/campaign.html", facts)


@needs(P.PLAN)
@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Nobody signs any more."""
    row = campaign_of(request, key, P.PLAN)
    actions.close_campaign(campaign=row, **who(request))
    messages.success(request, _("承诺活动结束了。"))
    return redirect(reverse("pledges:campaign", args=[row.pk]))


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def new_text(request: HttpRequest, key: UUID) -> HttpResponse:
    """Draft the next version."""
    row = campaign_of(request, key, P.PLAN)
    if request.method == "POST":
        given = sound(TextForm(request.POST)).cleaned_data
        made = actions.draft_text(campaign=row, **given, **who(request))
        return redirect(reverse("pledges:text", args=[row.pk, made.number]))
    now = queries.text_in_force(row)
    start = {"title": now.title, "opening": now.opening, "clauses": now.clauses} if now else {}
    facts = {"form": TextForm(initial=start), "heading": phrases.NEW_TEXT, "campaign": row, "drawn": row.mark}
    return render(request, "pledges/form.html", facts)


@needs(P.READ)
@require_safe
def text(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """A version as its signers are shown it, and what its writer says is different."""
    row = campaign_of(request, key, P.READ)
    found = _text(row, number)
    is_draft = found.state == TextState.DRAFT
    facts = {
        "campaign": row,
        "version": found,
        "clauses": texts.with_agreement(found.clauses),
        "close": texts.close_of(row.months),
        "state": phrases.TEXT_STATES[found.state],
        "may_approve": is_draft and request.actor.may_at(P.APPROVE, row.area_path),
        "may_drop": is_draft and request.actor.may_at(P.PLAN, row.area_path),
        "entries": history("pledges.pledgetext", found.pk),
    }
    return render(request, "pledges/text.html", facts)


def _text(row: Any, number: int) -> Any:
    found = queries.text_of(row, number)
    if found is None:
        raise Http404
    return found


@needs(P.APPROVE)
@require_POST
def approve(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Somebody else than its writer brings it into force."""
    row = campaign_of(request, key, P.APPROVE)
    actions.approve_text(text=_text(row, number), **who(request))
    messages.success(request, _("这一版起用了。"))
    return redirect(reverse("pledges:text", args=[row.pk, number]))


@needs(P.PLAN)
@require_POST
def drop(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """A draft is not wanted."""
    row = campaign_of(request, key, P.PLAN)
    actions.drop_text(text=_text(row, number), **who(request))
    return _kept(request, row)


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def new_lesson(request: HttpRequest, key: UUID) -> HttpResponse:
    """A case to be told."""
    row = campaign_of(request, key, P.PLAN)
    if request.method == "POST":
        given = sound(LessonForm(request.POST)).cleaned_data
        actions.add_lesson(campaign=row, **given, **who(request))
        return _kept(request, row)
    facts = {"form": LessonForm(), "heading": phrases.NEW_LESSON, "campaign": row, "drawn": row.mark}
    return render(request, "pledges/form.html", facts)
