"""Sessions at the keeper's desk: one with its people, closed, counted, signed, corrected; who joins; whose names."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.activities import phrases
from sanshe.activities.actions import ledger
from sanshe.activities.actions import session as actions
from sanshe.activities.enums import Heads, P, R, SessionState
from sanshe.activities.pages import station as pages
from sanshe.activities.queries import group as groups
from sanshe.activities.queries import session as queries
from sanshe.activities.views.common import done, there, who, words
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.forms import count_in


@needs(P.READ)
@require_safe
def session(request: HttpRequest, key: UUID) -> HttpResponse:
    """A session: who, where, three kinds of people, what was corrected."""
    row = there(queries.session(request.actor, key))
    request.place = row.area_path  # type: ignore[attr-defined]  # what districts_of reads
    may_keep = request.actor.may_at(P.KEEP, row.area_path)
    facts = {
        "session": row,
        "one": pages.one(row, request.received_at),
        "corrections": row.corrections.all(),
        "may_keep": may_keep,
        "kinds_of_heads": list(phrases.HEADS.items()),
        "rosters": _rosters(row) if may_keep and row.state != SessionState.SIGNED else [],
        "entries": history("activities.session", row.pk),
    }
    return render(request, "activities/session.html", {**facts, **words()})


def _rosters(row: object) -> list[tuple[object, list[object]]]:
    """The rosters of groups that take part, without who is ticked already."""
    found = []
    for part in row.parts.filter(group__isnull=False).select_related("group"):  # type: ignore[attr-defined]
        ticked = set(part.presences(manager="objects").values_list("member_id", flat=True))
        found.append((part, [one for one in groups.roster(part.group) if one.pk not in ticked]))
    return found  # type: ignore[return-value]


@needs(P.KEEP)
@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """All leave; how many the keeper saw may be said at once."""
    row = there(queries.session(request.actor, key, P.KEEP))
    actions.close(session=row, seen=count_in(request.POST, "seen"), **who(request))
    return done(request, _("散场了。"), "session", row.pk)


@needs(P.KEEP)
@require_POST
def count(request: HttpRequest, key: UUID) -> HttpResponse:
    """How many the keeper saw."""
    row = there(queries.session(request.actor, key, P.KEEP))
    actions.count_heads(session=row, seen=count_in(request.POST, "seen"), **who(request))
    return done(request, _("目测人数记下了。"), "session", row.pk)


@needs(P.KEEP)
@require_POST
def sign(request: HttpRequest, key: UUID) -> HttpResponse:
    """The keeper signs what the ledger says."""
    row = there(queries.session(request.actor, key, P.KEEP))
    ledger.sign(session=row, **who(request))
    return done(request, _("台账签了。"), "session", row.pk)


@needs(P.KEEP)
@require_POST
def correct(request: HttpRequest, key: UUID) -> HttpResponse:
    """One line more under what was signed."""
    row = there(queries.session(request.actor, key, P.KEEP))
    post = request.POST
    if post.get("kind") not in list(Heads) or post.get("way") not in ("more", "fewer"):
        raise Refused(R.NO_HEADS, field="kind")
    n = count_in(post, "by_n") or 0
    said = {"kind": Heads(post["kind"]), "by_n": n if post["way"] == "more" else -n, "why": post.get("why", "")}
    ledger.correct(session=row, **said, **who(request))
    return done(request, _("加了一行更正。"), "session", row.pk)


@needs(P.KEEP)
@require_POST
def tick(request: HttpRequest, key: UUID) -> HttpResponse:
    """Names of a roster who were there."""
    part = there(queries.part(request.actor, key))
    keys = [one for one in map(key_of, request.POST.getlist("member")) if one]
    members = list(part.group.members.filter(pk__in=keys)) if part.group else []
    n = actions.tick(part=part, members=members, **who(request))
    return done(request, _("点了 {n} 个名字。").format(n=n), "session", part.session_id)


@needs(P.KEEP)
@require_POST
def leave(request: HttpRequest, key: UUID) -> HttpResponse:
    """One group leaves, the others go on."""
    part = there(queries.part(request.actor, key))
    actions.leave(part=part, **who(request))
    return done(request, _("先走的一队记下了。"), "session", part.session_id)


@needs(P.KEEP)
@require_POST
def answer(request: HttpRequest, key: UUID, part: UUID) -> HttpResponse:
    """The keeper taps for a group without a telephone, as they said."""
    joining, of = there(queries.joining(request.actor, key)), there(queries.part(request.actor, part))
    if request.POST.get("is_yes", "") not in ("0", "1"):
        raise Refused(R.NO_ANSWER)
    actions.answer(joining=joining, part=of, is_yes=request.POST["is_yes"] == "1", **who(request))
    return done(request, _("回答了。"), "session", of.session_id)
