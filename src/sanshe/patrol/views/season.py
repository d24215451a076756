"""Programmes: the list, a new one, its rounds, its close."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import districts_of, name_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.ui.forms import sound
from sanshe.patrol import actions, phrases
from sanshe.patrol.enums import P, ProgrammeState
from sanshe.patrol.forms import ProgrammeForm, RoundForm
from sanshe.patrol.queries import season as queries
from sanshe.patrol.queries import stops
from sanshe.patrol.views.common import asked, kept, programme_of, who


@needs(P.READ)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The programmes of one's place, the newest first, each with its rounds."""
    rows = [(one, name_of(one.area_path), queries.rounds(one)) for one in queries.programmes(request.actor)[:20]]
    facts = {
        "rows": rows,
        "kinds": phrases.ROUND_KINDS,
        "states": phrases.ROUND_STATES,
        "seasons": phrases.PROGRAMME_STATES,
        "may_plan": request.actor.may(P.PLAN),
        "walks": stops.running_for(request.actor) if request.actor.may(P.VISIT) else [],
    }
    return render(request, "patrol/home.html", facts)


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a programme."""
    places = list(districts_of(request.actor).items()) or [(path, path) for path in request.actor.paths(P.PLAN)]
    if request.method == "POST":
        given = sound(ProgrammeForm(request.POST, places=places)).cleaned_data
        return kept(request, _programme(actions.open_programme(**given, **who(request))))
    return asked(request, ProgrammeForm(places=places), heading=phrases.NEW_PROGRAMME)


@needs(P.READ)
@require_safe
def programme(request: HttpRequest, key: UUID) -> HttpResponse:
    """A season and its rounds."""
    row = programme_of(request, key, P.READ)
    is_open = row.state == ProgrammeState.OPEN
    facts = {
        "programme": row,
        "place": name_of(row.area_path),
        "rounds": queries.rounds(row),
        "kinds": phrases.ROUND_KINDS,
        "states": phrases.ROUND_STATES,
        "season": phrases.PROGRAMME_STATES[row.state],
        "may_plan": is_open and request.actor.may_at(P.PLAN, row.area_path),
        "entries": history("patrol.programme", row.pk),
    }
    return render(request, "patrol/programme.html", facts)


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def plan_round(request: HttpRequest, key: UUID) -> HttpResponse:
    """The next round of a programme."""
    row = programme_of(request, key, P.PLAN)
    if request.method == "POST":
        given = sound(RoundForm(request.POST)).cleaned_data
        made = actions.plan_round(programme=row, **given, **who(request))
        return kept(request, reverse("patrol:round", args=[made.pk]))
    return asked(request, RoundForm(), heading=phrases.NEW_ROUND, programme=row, drawn=row.mark)


@needs(P.PLAN)
@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """The season is over."""
    row = programme_of(request, key, P.PLAN)
    actions.close_programme(programme=row, **who(request))
    messages.success(request, _("收季了。"))
    return redirect(_programme(row))


def _programme(row: Any) -> str:
    return reverse("patrol:programme", args=[row.pk])
