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
from sanshe.core.areas.views.compounds import answered, who
from sanshe.core.audit.queries import history
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused


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
    """Change the register entry as it was read."""
    row = _standing(request, key, P.PREMISES_WRITE)
    form = PremisesForm(request.POST or None, premises=row)

    def act() -> Any:
        version = form.cleaned_data["version"] or 0
        return actions.change_premises(premises=row, version=version, door=form.door(), **who(request))

    return answered(request, form, act, heading=phrases.EDIT_PREMISES, premises=row)


@needs(P.PREMISES_DECIDE)
@require_http_methods(["GET", "POST"])
def turn(request: HttpRequest, key: UUID) -> HttpResponse:
    """What became of them, with its day and why."""
    row = _standing(request, key, P.PREMISES_DECIDE)
    form = TurnForm(request.POST or None, premises=row, today=shanghai.day(request.received_at))

    def act() -> Any:
        given = {**form.cleaned_data, "to": PremisesState(form.cleaned_data["to"])}
        return actions.turn_premises(premises=row, **given, **who(request))

    return answered(request, form, act, heading=phrases.TURN_PREMISES, premises=row)


@needs(P.PREMISES_DECIDE)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same door, entered twice."""
    row = _standing(request, key, P.PREMISES_DECIDE)
    form = MergeForm(request.POST or None, initial={"version": row.version})

    def act() -> Any:
        given = dict(form.cleaned_data)
        into = queries.premises_by_code(row.area_path, given.pop("code"))
        if into is None:
            raise Refused(R.MERGE_UNKNOWN)
        return actions.merge_premises(premises=row, into=into, **given, **who(request))

    return answered(request, form, act, heading=phrases.MERGE_PREMISES, premises=row)


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
