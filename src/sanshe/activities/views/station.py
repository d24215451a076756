"""Stations: the list, a new one, one today, its week, its door, and how it is set up."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.activities import phrases
from sanshe.activities.actions import session as sessions
from sanshe.activities.actions import station as actions
from sanshe.activities.enums import Channel, P
from sanshe.activities.forms import ChangeForm, HoursForm, LimitForm, SpaceForm, StationForm
from sanshe.activities.pages import station as pages
from sanshe.activities.queries import group as groups
from sanshe.activities.queries import station as queries
from sanshe.activities.types import Change
from sanshe.activities.views.common import asked, done, station_of, who, words
from sanshe.core.areas.queries import name_of, named_below
from sanshe.core.audit.queries import history
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import day_of, key_of
from sanshe.core.rows.forms import count_in
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound


@needs(P.READ)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The stations of one's place, each with what goes on there."""
    rows = [
        (one, name_of(one.area_path), pages.running(one, request.received_at))
        for one in queries.stations(request.actor)[:60]
    ]
    return render(request, "activities/home.html", {"rows": rows, "may_set_up": request.actor.may(P.SET_UP)})


@needs(P.SET_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a station."""
    places = named_below(request.actor.paths(P.SET_UP))
    if request.method == "POST":
        given = sound(StationForm(request.POST, choices=places)).cleaned_data
        row = actions.open_station(**given, **who(request))
        return done(request, _("开好了，接着写场地和开放时间。"), "station", row.pk)
    return asked(request, StationForm(choices=places), heading=phrases.NEW_STATION)


@needs(P.READ)
@require_safe
def station(request: HttpRequest, key: UUID) -> HttpResponse:
    """A station today: its zones now, what runs, what is booked, its groups."""
    row, at = station_of(request, key, P.READ), request.received_at
    of = list(groups.of_station(row))
    sizes = groups.sizes(of)
    facts = {
        "station": row,
        "place": name_of(row.area_path),
        "zones": pages.zones(row, at),
        "running": pages.running(row, at),
        "day": pages.day(row, shanghai.day(at), at),
        "percent": queries.percent_on(row, shanghai.day(at)),
        "groups": [(one, sizes[one.pk]) for one in of],
        "may_keep": request.actor.may_at(P.KEEP, row.area_path),
        "may_set_up": request.actor.may_at(P.SET_UP, row.area_path),
        "entries": history("activities.station", row.pk),
    }
    return render(request, "activities/station.html", {**facts, **words()})


@needs(P.READ)
@require_safe
def week(request: HttpRequest, key: UUID) -> HttpResponse:
    """Seven days of a station, on a screen and printed."""
    row, at = station_of(request, key, P.READ), request.received_at
    on = day_of(request.GET.get("day", "")) or shanghai.day(at)
    return render(request, "activities/week.html", {"station": row, "days": pages.week(row, on, at), **words()})


@needs(P.KEEP)
@require_safe
def door_sheet(request: HttpRequest, key: UUID) -> HttpResponse:
    """The code for the door, to be printed or shown."""
    row = station_of(request, key, P.KEEP)
    today = pages.day(row, shanghai.day(request.received_at), request.received_at)
    return render(request, "activities/door_sheet.html", {"station": row, "day": today})


@needs(P.KEEP)
@require_POST
def renew_door(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another code at the door."""
    row = station_of(request, key, P.KEEP)
    actions.renew_door(station=row, **who(request))
    return done(request, _("门口的码换了，原来的不能用了。"), "door_sheet", row.pk)


@needs(P.KEEP)
@require_POST
@from_any_page
def enter(request: HttpRequest, key: UUID) -> HttpResponse:
    """The keeper taps for somebody without a telephone."""
    row = station_of(request, key, P.KEEP)
    zones = [one for one in map(key_of, request.POST.getlist("zone")) if one]
    given: dict[str, Any] = {"heads": count_in(request.POST, "heads"), "name": request.POST.get("name", "")[:60]}
    part = sessions.enter(station=row, zones=zones, channel=Channel.KEEPER, **given, **who(request))
    return done(request, _("进场了。"), "session", part.session_id)


@needs(P.SET_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def new_space(request: HttpRequest, key: UUID) -> HttpResponse:
    """A hall or a room more."""
    row = station_of(request, key, P.SET_UP)
    if request.method == "POST":
        actions.add_space(station=row, plan=sound(SpaceForm(request.POST)).plan(), **who(request))
        return done(request, _("加好了。"), "station", row.pk)
    return asked(request, SpaceForm(), heading=phrases.NEW_SPACE, station=row, of=row)


@needs(P.KEEP, P.SET_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: HttpRequest, key: UUID) -> HttpResponse:
    """Publish opening hours from a day on."""
    row = station_of(request, key, _code(request))
    if request.method == "POST":
        form = sound(HoursForm(request.POST))
        given = {"spans": form.spans(), "starts_on": form.cleaned_data["starts_on"]}
        actions.publish_hours(station=row, **given, **who(request))
        return done(request, _("开放时间公布了。"), "station", row.pk)
    return asked(request, HoursForm(), heading=phrases.NEW_HOURS, station=row, of=row)


@needs(P.KEEP, P.SET_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Other hours for a day."""
    row = station_of(request, key, _code(request))
    spaces = {str(one.pk): one for one in queries.spaces(row)}
    choices = [("", str(phrases.WHOLE)), *((pk, one.name) for pk, one in spaces.items())]
    if request.method == "POST":
        form = sound(ChangeForm(request.POST, choices=choices))
        given = form.cleaned_data
        said = {"ground": given["ground"], "is_emergency": given["is_emergency"]}
        to = Change(*form.moments(), is_open=bool(given["is_open"]))
        actions.adjust(station=row, change=to, space=spaces.get(given["space"]), **said, **who(request))
        return done(request, _("调整好了，门口和网上都改了。"), "station", row.pk)
    return asked(request, ChangeForm(choices=choices), heading=phrases.NEW_CHANGE, station=row, of=row)


@needs(P.KEEP, P.SET_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def limit(request: HttpRequest, key: UUID) -> HttpResponse:
    """How many percent a station takes for a time."""
    row = station_of(request, key, _code(request))
    if request.method == "POST":
        actions.limit_heads(station=row, **sound(LimitForm(request.POST)).cleaned_data, **who(request))
        return done(request, _("限流写好了。"), "station", row.pk)
    return asked(request, LimitForm(), heading=phrases.NEW_LIMIT, station=row, of=row)


def _code(request: HttpRequest) -> str:
    """The station's community keeps its hours, and whoever set it up may too."""
    return P.KEEP if request.actor.may(P.KEEP) else P.SET_UP
