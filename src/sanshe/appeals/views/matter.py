"""The list of open appeals, one of them, and taking one in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.appeals import actions, phrases
from sanshe.appeals.enums import P, State
from sanshe.appeals.forms import IntakeForm
from sanshe.appeals.pages import matter as pages
from sanshe.appeals.queries import appeals as queries
from sanshe.appeals.types import Told
from sanshe.appeals.views.acts import offered
from sanshe.core.areas.queries import community_choices
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.parties.actions import show_person
from sanshe.core.parties.queries import standing_for
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.forms import sound

MOST = 200  # open appeals of a district on one page


@needs(P.READ)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The open ones, what ends first before the others; by state."""
    rows = queries.open_appeals(request.actor).select_related("category")
    counts = queries.by_state(rows)
    state = request.GET.get("state", "")
    chosen = rows.filter(state=state) if state in counts else rows
    at = request.received_at
    facts = {
        "lines": pages.lines(chosen[:MOST], request.actor, at),
        "states": [(one, phrases.STATES[one], counts[one]) for one in State if one in counts],
        "all": sum(counts.values()),
        "over": rows.filter(queries.over(request.received_at)).count(),
        "waiting": counts.get(State.RECEIVED, 0),
        "uncontacted": queries.uncontacted(rows),
        "today": queries.ending_today(rows, at),
        "state": state,
        "may_take_in": request.actor.may(P.TAKE_IN),
        "may_set": request.actor.may(P.SET),
    }
    return render(request, "appeals/home.html", facts)


@needs(P.READ, P.VERIFY)
@require_safe
def appeal(request: HttpRequest, key: UUID) -> HttpResponse:
    """One appeal."""
    row = queries.appeal(request.actor, key)
    if row is None:
        raise Http404
    return render(request, "appeals/appeal.html", _facts(request, row))


def _facts(request: HttpRequest, row: Any) -> dict[str, Any]:
    return {
        "appeal": row,
        "facts": pages.facts(row, request.actor),
        "clocks": pages.clocks(row, request.received_at),
        "bars": pages.bars(row),
        "additions": pages.additions(row, request.actor),
        "parts": pages.parts(row, request.actor),
        "acts": offered(request.actor, row),
        "entries": history("appeals.appeal", row.pk),
        "may_show": row.person is not None and request.actor.may_at(P.NAMES, row.area_path),
    }


@needs(P.NAMES)
@require_POST
@without_receipt
def person(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same page with the whole name and telephone; the look and its reason are on record."""
    row = queries.appeal(request.actor, key, P.NAMES)
    found = standing_for(row.person) if row and row.person else None
    if row is None or found is None:
        raise Http404
    who = {"by": request.actor, "at": request.received_at}
    shown = show_person(person=found, reason=request.POST.get("reason", "")[:200], **who)
    return render(request, "appeals/appeal.html", _facts(request, row) | {"shown": shown})


@needs(P.TAKE_IN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Somebody called or came: their words, read back to them."""
    paths = request.actor.paths(P.TAKE_IN)
    places = community_choices(paths)
    if request.method == "POST":
        given = sound(IntakeForm(request.POST, places=places)).cleaned_data
        told = Told(*(given.pop(name) for name in ("text", "place", "name", "phone")))
        taken = actions.take_in(**given, told=told, by=request.actor, at=request.received_at)
        said = _("编号 {number}。").format(number=taken.appeal.number)
        if taken.code:
            said += _("没留电话，凭这 10 位查：{code}。只给这一次，请抄给他。").format(code=taken.code)
        messages.success(request, said)
        return redirect("appeals:appeal", key=taken.appeal.pk)
    return render(request, "appeals/new.html", {"form": IntakeForm(places=places)})
