"""Who may do what, where, until when; appoint, end a term, sign out a device."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts import actions, adapters, phrases, queries, rules
from sanshe.core.accounts.enums import P
from sanshe.core.accounts.forms import AppointForm
from sanshe.core.areas.queries import named_below
from sanshe.core.kit import clock
from sanshe.core.kit.access import needs
from sanshe.core.kit.roles import GROUPS
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound


@needs(P.READ)
@require_safe
def people(request: HttpRequest, user_id: UUID | None = None) -> HttpResponse:
    """The list, and beside it one person."""
    at, group = request.received_at, request.GET.get("group", "all")
    group = group if group in queries.groups(at) else "all"
    cursors = {name: request.GET.get(name) for name in ("after", "before")}
    facts = {
        "group": group,
        "sums": queries.sums(request.actor, at),
        "page": queries.roster(request.actor, at, group, **cursors),
        "groups": {"all": phrases.ALL, **GROUPS, "to_do": phrases.TO_DO},
        "may_manage": request.actor.may(P.MANAGE),
    }
    return render(request, "accounts/people.html", facts | (_person(request, user_id) if user_id else {}))


def _person(request: HttpRequest, user_id: UUID) -> dict[str, Any]:
    user = queries.person_visible_to(request.actor, user_id)
    if user is None:
        raise Http404
    terms = queries.terms_of(request.actor, user, request.received_at)
    return {
        "person": user,
        "name": queries.shown_name(user),
        "terms": terms,
        "endable": {one.term.pk for one in terms if not queries.refusal_to_end(request.actor, one.term)},
        "factors": queries.factors_of(user),
        "sessions": [(one, phrases.device(*rules.device_kind(one.user_agent))) for one in queries.sessions(user)],
        "may_give_link": user.is_staff
        and not queries.refusal_to_manage_person(request.actor, user)
        and not queries.refusal_to_give_link(request.actor, user),
        "may_sign_out": user.pk == request.actor.id or not queries.refusal_to_manage_person(request.actor, user),
        "link": adapters.shown_once(request, str(user.pk)),
    }


@needs(P.MANAGE)
def appoint(request: HttpRequest) -> HttpResponse:
    """Give somebody a term; a new person gets a one-time link, shown once."""
    if request.method == "POST":
        given = sound(AppointForm(request.POST, actor=request.actor)).cleaned_data
        moment = {"by": request.actor, "at": request.received_at, "real": clock.real()}
        user, _ = actions.appoint_person(**given, site=request.build_absolute_uri("/")[:-1], **moment)
        return redirect("accounts:person", user_id=user.pk)
    form = AppointForm(initial=request.GET.dict(), actor=request.actor)
    areas = named_below(request.actor.paths(P.MANAGE))
    return render(request, "accounts/appoint.html", {"form": form, "areas": areas})


@needs(P.MANAGE)
@require_POST
@from_any_page
def give_link(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """The link of somebody new, shown once to an administrator who did not appoint them."""
    user = queries.person_visible_to(request.actor, user_id, P.MANAGE)
    if user is None:
        raise Http404
    link = actions.give_link(user=user, by=request.actor, at=request.received_at, real=clock.real())
    adapters.show_once(request, str(user.pk), link)
    return redirect("accounts:person", user_id=user_id)


@needs(P.MANAGE)
@require_POST
@from_any_page
def sign_out(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """End one session of a person, or all."""
    user = queries.person_visible_to(request.actor, user_id, P.MANAGE)
    if user is None:
        raise Http404
    asked = request.POST.get("session", "")
    session = int(asked) if asked.isdecimal() and len(asked) < 18 else None
    actions.sign_out(user=user, session=session, by=request.actor, at=request.received_at)
    return redirect("accounts:person", user_id=user_id)
