"""The list of stories; leads: proposed, answered by the one who is to tell, begun."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.accounts.queries import user_by_username
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.forms import sound
from sanshe.stories import actions, pages, queries
from sanshe.stories.enums import LeadState, P, R
from sanshe.stories.forms import LeadForm
from sanshe.stories.views.common import shown, who

MOST = 60


@needs(P.READ, P.PROPOSE)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Leads and stories, and what each of them waits for."""
    actor = request.actor
    facts = {
        "leads": pages.leads(queries.leads(actor).exclude(state=LeadState.WRITTEN)[:MOST]),
        "pieces": pages.pieces(queries.stories(actor)[:MOST], request.received_at),
        "may_propose": actor.may(P.PROPOSE),
        "may_write": actor.may(P.WRITE),
        "me": actor.id,
    }
    return render(request, "stories/home.html", facts)


@needs(P.PROPOSE)
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a story."""
    places = pages.places(request.actor.paths(P.PROPOSE))
    if request.method == "POST":
        given = sound(LeadForm(request.POST, places=places)).cleaned_data
        given["teller"] = _teller(given.pop("teller_user"))
        actions.propose(**given, **who(request))
        messages.success(request, _("提了。本人答应才写。"))
        return redirect("stories:home")
    start = {"case_number": request.GET.get("case", "")[:20], "title": request.GET.get("title", "")[:60]}
    return render(request, "stories/propose.html", {"form": LeadForm(places=places, initial=start)})


def _teller(username: str) -> UUID | None:
    if not username.strip():
        return None
    found = user_by_username(username)
    if found is None:
        raise Refused(R.NO_USER)
    return found.pk


def _lead(request: HttpRequest, key: UUID) -> Any:
    row = queries.lead(request.actor, key)
    if row is None:
        raise Http404
    return row


@needs(P.PROPOSE)
@require_POST
def answer(request: HttpRequest, key: UUID, word: str) -> HttpResponse:
    """Yes or no; nobody asks why."""
    if word not in ("yes", "no"):
        raise Http404
    actions.answer(lead=_lead(request, key), yes=word == "yes", **who(request))
    messages.success(request, _("记下了。"))
    return redirect("stories:home")


@needs(P.WRITE)
@require_POST
def begin(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write down what somebody agreed to tell."""
    return shown(actions.begin(lead=_lead(request, key), **who(request)))
