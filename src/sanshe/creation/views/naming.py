"""Lists and decisions of a scheme, on one page: who may be put on notice, what waits for approval, who may be named."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.core.ui.forms import sound
from sanshe.creation import actions, phrases
from sanshe.creation.enums import P
from sanshe.creation.forms import AwardForm
from sanshe.creation.pages import naming as pages
from sanshe.creation.queries import naming as queries
from sanshe.creation.views.common import back_to, found, keys, scheme_of, who


@needs(P.READ)
@require_safe
def naming(request: HttpRequest, key: UUID) -> HttpResponse:
    """From attested to named."""
    row = scheme_of(request, key, P.READ)
    facts = pages.facts(row, request.received_at)
    facts["may_decide"] = request.actor.may_at(P.DECIDE, row.area_path)
    facts["me"] = request.actor.id
    return render(request, "creation/naming.html", facts)


@needs(P.READ)
@require_safe
def proposal(request: HttpRequest, key: UUID) -> HttpResponse:
    """One list: who stands on it, its notice, what became of each."""
    row = found(queries.proposal(request.actor, key))
    facts = {
        "row": row,
        "scheme": row.scheme,
        "state": phrases.LIST_STATES[row.state],
        "rows": [(one, phrases.STATES[one.state]) for one in queries.listed(row)],
        "may_follow": request.actor.may_at(P.OBJECTION, row.area_path) or request.actor.may_at(P.READ, row.area_path),
    }
    return render(request, "creation/proposal.html", facts)


@needs(P.DECIDE)
@require_POST
def draft_list(request: HttpRequest, key: UUID) -> HttpResponse:
    row = scheme_of(request, key, P.DECIDE)
    chosen = queries.chosen(row, keys(request, "application"))
    actions.draft_list(scheme=row, applications=chosen, **who(request))
    return back_to(request, "creation:naming", row.pk)


@needs(P.DECIDE)
@require_POST
def draft_award(request: HttpRequest, key: UUID) -> HttpResponse:
    row = scheme_of(request, key, P.DECIDE)
    given = sound(AwardForm(request.POST)).cleaned_data
    chosen = queries.chosen(row, keys(request, "application"))
    actions.draft_award(scheme=row, applications=chosen, **given, **who(request))
    return back_to(request, "creation:naming", row.pk)


def _list(act: Callable[..., Any]) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """A face that does one act to a list."""

    @needs(P.DECIDE)
    @require_POST
    def face(request: HttpRequest, key: UUID) -> HttpResponse:
        row = found(queries.proposal(request.actor, key, P.DECIDE))
        act(proposal=row, **who(request))
        return back_to(request, "creation:naming", row.scheme_id)

    return face


def _award(act: Callable[..., Any]) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """A face that does one act to a decision."""

    @needs(P.DECIDE)
    @require_POST
    def face(request: HttpRequest, key: UUID) -> HttpResponse:
        row = found(queries.award(request.actor, key, P.DECIDE))
        act(award=row, **who(request))
        return back_to(request, "creation:naming", row.scheme_id)

    return face


approve_list, publish_list, drop_list = map(_list, (actions.approve_list, actions.publish_list, actions.drop_list))
approve_award, drop_award = map(_award, (actions.approve_award, actions.drop_award))
