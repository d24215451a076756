"""The page behind the code at the door: no account, no name, no telephone number."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.activities import adapters
from sanshe.activities.actions import door as actions
from sanshe.activities.actions import session as sessions
from sanshe.activities.enums import E, R
from sanshe.activities.pages import station as pages
from sanshe.activities.queries import session as queries
from sanshe.activities.queries import station as stations
from sanshe.activities.views.common import done, there, who, words
from sanshe.core.kit import clock, shanghai
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.asked import key_of
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.forms import count_in
from sanshe.core.rows.queries import offer
from sanshe.core.rows.rules import from_any_page

TAPS = 10  # how many people are one tap; more are typed


def _station(request: HttpRequest, code: str) -> Any:
    row = there(stations.at_door(code))
    request.place = row.area_path  # type: ignore[attr-defined]  # what districts_of reads
    return row


@needs(Open.PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, code: str) -> HttpResponse:
    """Which zone, how many people: one tap each. Or whom to ask."""
    row, at = _station(request, code), request.received_at
    if request.method == "POST":
        zones = [one for one in map(key_of, request.POST.getlist("zone")) if one]
        heads = count_in(request.POST, "tapped" if "tapped" in request.POST else "heads")
        given = {"heads": heads, "name": request.POST.get("name", "")[:60]}
        part = actions.enter(station=row, zones=zones, **given, real=clock.real(), **who(request))
        adapters.keep(request, part.pk)
        return redirect(reverse("activities:mine", args=[part.pk]))
    facts = {
        "station": row,
        "zones": pages.zones(row, at),
        "running": pages.running(row, at),
        "day": pages.day(row, shanghai.day(at), at),
        "opens_at": pages.opens_next(row, at),
        "taps": range(1, TAPS + 1),
        "now": at,
    }
    return render(request, "activities/door.html", {**facts, **words()})


@needs(Open.PUBLIC)
@require_POST
@from_any_page
def ask(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Ask those who are there."""
    row = _station(request, code)
    session = there(row.sessions.filter(pk=key).first())
    given = {"heads": count_in(request.POST, "heads"), "name": request.POST.get("name", "")[:60]}
    made = actions.ask(session=session, **given, real=clock.real(), **who(request))
    adapters.keep(request, made.pk)
    return redirect(reverse("activities:asked", args=[made.pk]))


@needs(Open.PUBLIC)
@require_safe
def asked(request: HttpRequest, key: UUID) -> HttpResponse:
    """What became of the question: who agreed to is in."""
    joining = there(queries.asked_on_phone(key) if adapters.is_mine(request, key) else None)
    if joining.part:
        adapters.keep(request, joining.part.pk)
        return redirect(reverse("activities:mine", args=[joining.part.pk]))
    request.place = joining.area_path  # type: ignore[attr-defined]  # what districts_of reads
    is_waiting = joining in queries.asked(joining.session, request.received_at)
    return render(request, "activities/asked.html", {"joining": joining, "is_waiting": is_waiting})


def _mine(request: HttpRequest, key: UUID) -> Any:
    part = there(queries.on_phone(key) if adapters.is_mine(request, key) else None)
    request.place = part.area_path  # type: ignore[attr-defined]  # what districts_of reads
    return part


@needs(Open.PUBLIC)
@require_safe
def mine(request: HttpRequest, key: UUID) -> HttpResponse:
    """One's own part: until when, who asks, leaving, taking it back."""
    part, at = _mine(request, key), request.received_at
    facts = {
        "part": part,
        "station": part.session.station,
        "one": pages.one(part.session, at),
        "undo": offer(E.SESSION_OPENED, part, request.actor, at),
        "now": at,
    }
    return render(request, "activities/mine.html", {**facts, **words()})


@needs(Open.PUBLIC)
@require_POST
def leave(request: HttpRequest, key: UUID) -> HttpResponse:
    """We are done."""
    part = _mine(request, key)
    sessions.leave(part=part, **who(request))
    return done(request, _("记下了，场地空出来了。下次再来。"), "door", part.session.station.door)


@needs(Open.PUBLIC)
@require_POST
def answer(request: HttpRequest, key: UUID, joining: UUID) -> HttpResponse:
    """Together, or not: nobody has to say why."""
    part = _mine(request, key)
    asking = there(queries.asked_on_phone(joining))
    sessions.answer(joining=asking, part=part, is_yes=_yes(request), **who(request))
    return done(request, _("回答了。"), "mine", part.pk)


def _yes(request: HttpRequest) -> bool:
    said = request.POST.get("is_yes", "")
    if said not in ("0", "1"):
        raise Refused(R.NO_ANSWER)
    return said == "1"
