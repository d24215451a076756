"""Premises: one of them, its register entry, what became of it, into which it is merged."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.areas import actions, phrases
from sanshe.core.areas.enums import P, PremisesState, R
from sanshe.core.areas.forms.premises import MergeForm, PremisesForm, TurnForm
from sanshe.core.areas.queries import name_of
from sanshe.core.areas.queries import premises as queries
from sanshe.core.areas.views.compounds import asked, kept, who
from sanshe.core.audit.queries import history
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.forms import sound


@needs(P.PREMISES)
@require_safe
def premises(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where they stand, what became of them; other apps add what was seen there."""
    row = _found(request, key, P.PREMISES)
    is_merged = row.state == PremisesState.MERGED
    facts = {
        "premises": row,
        "place": name_of(row.area_path),
        "is_key": bool(queries.key_compounds([row.compound], shanghai.day(request.received_at))),
        "kind": phrases.PREMISES_KINDS[row.kind],
        "states": phrases.PREMISES_STATES,
        "labels": phrases.PREMISES_FIELDS,
        "changes": queries.changes(row),
        "merged": queries.merged_codes(row),
        "entries": history("areas.premises", row.pk),
        "may_write": not is_merged and request.actor.may_at(P.PREMISES_WRITE, row.area_path),
        "may_decide": not is_merged and request.actor.may_at(P.PREMISES_DECIDE, row.area_path),
    }
    return render(request, "areas/premises.html", facts)


@needs(P.PREMISES_WRITE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change the register entry."""
    row = _standing(request, key, P.PREMISES_WRITE)
    if request.method == "POST":
        door = sound(PremisesForm(request.POST, premises=row)).door()
        return kept(request, actions.change_premises(premises=row, door=door, **who(request)))
    return _asked(request, PremisesForm(premises=row), row, phrases.EDIT_PREMISES)


@needs(P.PREMISES_DECIDE)
@require_http_methods(["GET", "POST"])
def turn(request: HttpRequest, key: UUID) -> HttpResponse:
    """What became of them, with its day and why."""
    row, today = _standing(request, key, P.PREMISES_DECIDE), shanghai.day(request.received_at)
    if request.method == "POST":
        given = sound(TurnForm(request.POST, premises=row, today=today)).cleaned_data
        said = {**given, "to": PremisesState(given["to"])}
        return kept(request, actions.turn_premises(premises=row, **said, **who(request)))
    return _asked(request, TurnForm(premises=row, today=today), row, phrases.TURN_PREMISES)


@needs(P.PREMISES_DECIDE)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same door, entered twice."""
    row = _standing(request, key, P.PREMISES_DECIDE)
    if request.method == "POST":
        given = sound(MergeForm(request.POST)).cleaned_data
        into = queries.premises_by_code(row.area_path, given["code"])
        if into is None:
            raise Refused(R.MERGE_UNKNOWN)
        return kept(request, actions.merge_premises(premises=row, into=into, why=given["why"], **who(request)))
    return _asked(request, MergeForm(), row, phrases.MERGE_PREMISES)


def _asked(request: HttpRequest, form: Any, row: Any, heading: Any) -> HttpResponse:
    return asked(request, form, heading=heading, premises=row, drawn=row.mark)


def _found(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.premises(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def _standing(request: HttpRequest, key: UUID, code: str) -> Any:
    """What is merged changes no more: its page says into which."""
    row = _found(request, key, code)
    if row.state == PremisesState.MERGED:
        raise Http404
    return row
