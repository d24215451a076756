"""A round: its draft frame, its board, the changes, who is sent, what is added, its close; one's own route."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import name_of
from sanshe.core.areas.queries.premises import premises_at
from sanshe.core.audit.queries import history
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import day_of, key_of
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.patrol import actions, phrases
from sanshe.patrol.enums import P, R, RoundState
from sanshe.patrol.forms import AddForm
from sanshe.patrol.pages import board as pages
from sanshe.patrol.pages import daily as dailies
from sanshe.patrol.pages import frame as frames
from sanshe.patrol.queries import findings, visits
from sanshe.patrol.queries import stops as queries
from sanshe.patrol.views.common import asked, round_of, who

ONE = timedelta(days=1)


@needs(P.READ)
@require_safe
def round(request: HttpRequest, key: UUID) -> HttpResponse:
    """Before it is frozen: the draft of the frame. Then the board of one's areas."""
    row = round_of(request, key, P.READ)
    facts = {
        "round": row,
        "kind": phrases.ROUND_KINDS[row.kind],
        "state": phrases.ROUND_STATES[row.state],
        "may_plan": request.actor.may_at(P.PLAN, row.area_path),
        "entries": history("patrol.round", row.pk),
    }
    if row.state == RoundState.PLANNED:
        return render(request, "patrol/draft.html", {**facts, "draft": frames.draft(row, request.actor.paths(P.READ))})
    is_running = row.state == RoundState.RUNNING
    facts["board"] = pages.board(row, request.actor.paths(P.READ))
    facts["changes"] = frames.sums(row, request.actor.paths(P.READ))
    facts["late"] = visits.late(row, request.actor.paths(P.READ))
    facts["findings"] = findings.sums(row.programme, request.actor.paths(P.READ), round=row)
    facts["insufficient"] = phrases.INSUFFICIENT
    facts["may_assign"] = is_running and request.actor.may(P.ASSIGN)
    facts["may_add"] = is_running and request.actor.may(P.ADD)
    return render(request, "patrol/round.html", facts)


@needs(P.PLAN)
@require_POST
def freeze(request: HttpRequest, key: UUID) -> HttpResponse:
    """Freeze the frame that was read."""
    row = round_of(request, key, P.PLAN)
    actions.freeze(round=row, digest=request.POST.get("digest", ""), **who(request))
    messages.success(request, _("底册冻结了。"))
    return redirect(_address(row))


@needs(P.READ)
@require_safe
def changes(request: HttpRequest, key: UUID) -> HttpResponse:
    """How the frozen frame differs from the one before, each with its reason."""
    row = round_of(request, key, P.READ)
    facts = {"round": row, "changes": frames.changes(row, request.actor.paths(P.READ))}
    return render(request, "patrol/changes.html", facts)


@needs(P.ASSIGN)
@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, key: UUID, path: str) -> HttpResponse:
    """Who walks which compounds of a community."""
    row = round_of(request, key, P.READ)
    if not request.actor.may_at(P.ASSIGN, path):
        raise Http404
    if request.method == "POST":
        worker = key_of(request.POST.get("worker", ""))
        chosen = [one for one in map(key_of, request.POST.getlist("compound")) if one]
        sent = queries.in_compounds(row, path, chosen)
        if worker is None:
            raise Refused(R.NOT_A_WALKER)
        digest = request.POST.get("digest", "")
        n = actions.assign(round=row, stops=sent, worker=worker, digest=digest, **who(request))
        messages.success(request, _("派了 {n} 户。").format(n=n))
        return redirect(reverse("patrol:assign", args=[row.pk, path]))
    facts = {
        "round": row,
        "path": path,
        "place": name_of(path),
        "digest": queries.walking(row, [path]),
        "compounds": pages.compounds(row, path),
        "workers": pages.workers(path, request.received_at),
    }
    return render(request, "patrol/assign.html", facts)


@needs(P.ADD)
@require_http_methods(["GET", "POST"])
@from_any_page
def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """Premises that the frozen frame has not."""
    row = round_of(request, key, P.READ)
    if request.method == "POST":
        code = sound(AddForm(request.POST)).cleaned_data["code"]
        premises = premises_at(request.actor.paths(P.ADD), code)
        if premises is None:
            raise Refused(R.NO_PREMISES)
        actions.add_stop(round=row, premises=premises, **who(request))
        frozen = shanghai.short(shanghai.day(row.frozen_at))
        messages.success(request, _("底册 {date}冻结了。这一户记作补录，不进应查。").format(date=frozen))
        return redirect(_address(row))
    return asked(request, AddForm(), heading=phrases.ADD_STOP, round=row)


@needs(P.PLAN)
@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """The round is over."""
    row = round_of(request, key, P.PLAN)
    actions.close_round(round=row, **who(request))
    messages.success(request, _("收轮了。"))
    return redirect(_address(row))


@needs(P.READ)
@require_safe
def daily(request: HttpRequest, key: UUID) -> HttpResponse:
    """The report of one day of a round: the last one by itself."""
    row = round_of(request, key, P.READ)
    last = min(shanghai.day(request.received_at), row.ends_on)
    day = min(max(day_of(request.GET.get("day", "")) or last, row.starts_on), max(last, row.starts_on))
    facts = {
        "round": row,
        "day": day,
        "before": day - ONE if day > row.starts_on else None,
        "after": day + ONE if day < last else None,
        "daily": dailies.daily(row, request.actor.paths(P.READ), day),
    }
    return render(request, "patrol/daily.html", facts)


@needs(P.VISIT)
@require_safe
def route(request: HttpRequest, key: UUID) -> HttpResponse:
    """What one walks oneself in a round, in order."""
    row = round_of(request, key, P.READ)
    return render(request, "patrol/route.html", {"round": row, "parts": pages.route(row, request.actor.id)})


def _address(row: Any) -> str:
    return reverse("patrol:round", args=[row.pk])
