"""Groups: formed, filed, resting, ended; who is on the roster."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.activities import phrases
from sanshe.activities.actions import group as actions
from sanshe.activities.enums import P
from sanshe.activities.forms import GroupForm
from sanshe.activities.queries import group as queries
from sanshe.activities.types import Leader
from sanshe.activities.views.common import asked, done, group_of, station_of, there, who, words
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of
from sanshe.core.ui.forms import sound


@needs(P.KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, key: UUID) -> HttpResponse:
    """A group forms at a station."""
    station = station_of(request, key, P.KEEP)
    if request.method == "POST":
        row = actions.form(station=station, **sound(GroupForm(request.POST)).told(), **who(request))
        return done(request, _("队伍组建了。"), "group", row.pk)
    return asked(request, GroupForm(), heading=phrases.NEW_GROUP, station=station, of=station)


@needs(P.READ)
@require_safe
def group(request: HttpRequest, key: UUID) -> HttpResponse:
    """A group: what it is, what it booked, and for the keeper its roster."""
    row = group_of(request, key, P.READ)
    may_keep = request.actor.may_at(P.KEEP, row.area_path)
    facts = {
        "group": row,
        "size": queries.sizes([row])[row.pk],
        "roster": queries.roster(row) if may_keep else [],
        "bookings": row.bookings.order_by("-starts_at")[:20],
        "misses": row.misses(manager="every").select_related("booking"),
        "may_keep": may_keep,
        "may_lift": request.actor.may_at(P.SET_UP, row.area_path),
        "entries": history("activities.group", row.pk),
    }
    return render(request, "activities/group.html", {**facts, **words()})


@needs(P.KEEP)
@require_POST
def file(request: HttpRequest, key: UUID) -> HttpResponse:
    """The community files it."""
    row = group_of(request, key, P.KEEP)
    actions.file(group=row, **who(request))
    return done(request, _("备案了，可以约场地。"), "group", row.pk)


@needs(P.KEEP)
@require_POST
def suspend(request: HttpRequest, key: UUID) -> HttpResponse:
    """It rests."""
    row = group_of(request, key, P.KEEP)
    actions.suspend(group=row, why=request.POST.get("why", ""), **who(request))
    return done(request, _("暂停了；到场即用照常。"), "group", row.pk)


@needs(P.KEEP)
@require_POST
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    """It goes on."""
    row = group_of(request, key, P.KEEP)
    actions.resume(group=row, **who(request))
    return done(request, _("恢复了。"), "group", row.pk)


@needs(P.KEEP)
@require_POST
def dissolve(request: HttpRequest, key: UUID) -> HttpResponse:
    """It ends."""
    row = group_of(request, key, P.KEEP)
    actions.dissolve(group=row, why=request.POST.get("why", ""), **who(request))
    return done(request, _("注销了；名册 90 天后销毁。"), "group", row.pk)


@needs(P.KEEP)
@require_POST
def add_member(request: HttpRequest, key: UUID) -> HttpResponse:
    """One more on the roster."""
    row = group_of(request, key, P.KEEP)
    actions.add_member(group=row, name=request.POST.get("name", "")[:20], **who(request))
    return done(request, _("名册加了一人。"), "group", row.pk)


@needs(P.KEEP)
@require_POST
def drop_member(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody leaves the roster."""
    row = group_of(request, key, P.KEEP)
    member = there(row.members.filter(pk=key_of(request.POST.get("member", "")), left_at=None).first())
    actions.drop_member(member=member, **who(request))
    return done(request, _("从名册上退出了。"), "group", row.pk)


@needs(P.KEEP)
@require_POST
def lead(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another one leads."""
    row = group_of(request, key, P.KEEP)
    leader = Leader(request.POST.get("leader", "")[:20], request.POST.get("phone", "")[:20])
    actions.change_leader(group=row, leader=leader, **who(request))
    return done(request, _("队长换了。"), "group", row.pk)
