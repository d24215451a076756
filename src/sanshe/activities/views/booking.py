"""Bookings at the keeper's desk: made for a group, used, called off; a miss lifted."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.activities import phrases
from sanshe.activities.actions import booking as actions
from sanshe.activities.actions import session as sessions
from sanshe.activities.enums import P
from sanshe.activities.forms import BookingForm
from sanshe.activities.queries import booking as queries
from sanshe.activities.queries import station as stations
from sanshe.activities.views.common import asked, done, group_of, there, who
from sanshe.core.kit.access import needs
from sanshe.core.rows.actions import strike
from sanshe.core.rows.forms import count_in
from sanshe.core.ui.forms import sound


@needs(P.KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, key: UUID) -> HttpResponse:
    """Zones for a group, on a day, from a quarter to a quarter."""
    group = group_of(request, key, P.KEEP)
    zones = {
        str(zone.pk): f"{space.name}{zone.name}"
        for space in stations.spaces(group.station)
        for zone in space.zones.all()
    }
    if request.method == "POST":
        form = sound(BookingForm(request.POST, choices=list(zones.items())))
        first, last = form.moments()
        given = {"starts_at": first, "ends_at": last, "may_share": form.cleaned_data["may_share"]}
        chosen = stations.zones(group.station, form.cleaned_data["zone"])
        actions.book(group=group, zones=chosen, **given, **who(request))
        return done(request, _("约好了。"), "group", group.pk)
    form = BookingForm(choices=list(zones.items()))
    return asked(request, form, heading=phrases.NEW_BOOKING, station=group.station, group=group, of=group)


@needs(P.KEEP)
@require_POST
def arrive(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who booked is there."""
    row = there(queries.booking(request.actor, key, P.KEEP))
    part = sessions.arrive(booking=row, heads=count_in(request.POST, "heads"), **who(request))
    return done(request, _("到了，开场。"), "session", part.session_id)


@needs(P.KEEP)
@require_POST
def cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    """Called off for a group."""
    row = there(queries.booking(request.actor, key, P.KEEP))
    actions.cancel(booking=row, why=request.POST.get("why", ""), **who(request))
    return done(request, _("取消了，场地空出来了。"), "group", row.group_id)


@needs(P.SET_UP)
@require_POST
def lift(request: HttpRequest, key: UUID) -> HttpResponse:
    """The subdistrict lifts a miss: it never counted."""
    row = there(queries.miss(request.actor, key))
    strike(row=row, reason=request.POST.get("reason", ""), **who(request))
    return done(request, _("撤了这次未到，不算数。"), "group", row.group_id)
