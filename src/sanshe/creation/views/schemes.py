"""Schemes: a new one, its standards, open and close."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import name_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.parties.queries import offices
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.creation import actions, phrases
from sanshe.creation.enums import Ground, P, SchemeState
from sanshe.creation.forms import SchemeForm, StandardForm
from sanshe.creation.queries import records, schemes
from sanshe.creation.types import Terms
from sanshe.creation.views.common import back_to, scheme_of, who


@needs(P.SCHEME)
@require_http_methods(["GET", "POST"])
@from_any_page
def new(request: HttpRequest) -> HttpResponse:
    """A new scheme."""
    able = {str(one.pk): one for one in offices(request.actor.paths(P.SCHEME))}
    choices = {"offices": [(key, one.name) for key, one in able.items()]}
    if request.method == "POST":
        given = sound(SchemeForm(request.POST, **choices)).cleaned_data
        given["office"] = able[given["office"]]
        terms = Terms(months=given.pop("months"), share=given.pop("share"))
        grounds = [Ground(one) for one in given.pop("grounds")]
        given["prefix"] = given.pop("number_prefix")
        return _shown(request, actions.draft_scheme(**given, terms=terms, grounds=grounds, **who(request)))
    return _asked(request, SchemeForm(**choices), _("新的创建项目"))


@needs(P.READ)
@require_safe
def scheme(request: HttpRequest, key: UUID) -> HttpResponse:
    """What one is named for, by which criteria, for how long."""
    row = scheme_of(request, key, P.READ)
    facts = {
        "scheme": row,
        "place": name_of(row.area_path),
        "state": phrases.SCHEME_STATES[row.state],
        "standards": [(phrases.LEVELS[level], one) for level, one in schemes.standards(row).items()],
        "sources": phrases.SOURCES,
        "grounds": [phrases.GROUNDS[one] for one in row.grounds],
        "may_set": row.state != SchemeState.CLOSED and request.actor.may_at(P.SCHEME, row.area_path),
        "records": records.choices(),
        "entries": history("creation.scheme", row.pk),
    }
    return render(request, "creation/scheme.html", facts)


@needs(P.SCHEME)
@require_http_methods(["GET", "POST"])
def standard(request: HttpRequest, key: UUID) -> HttpResponse:
    """The next version of the criteria of a level."""
    row, known = scheme_of(request, key, P.SCHEME), records.choices()
    if request.method == "POST":
        given = sound(StandardForm(request.POST, records=known)).cleaned_data
        actions.set_standard(scheme=row, **given, **who(request))
        return _shown(request, row)
    return _asked(request, StandardForm(records=known), _("定标准"), scheme=row, drawn=row.mark, records=known)


@needs(P.SCHEME)
@require_POST
def open_scheme(request: HttpRequest, key: UUID) -> HttpResponse:
    row = scheme_of(request, key, P.SCHEME)
    actions.open_scheme(scheme=row, **who(request))
    return _shown(request, row)


@needs(P.SCHEME)
@require_POST
def close_scheme(request: HttpRequest, key: UUID) -> HttpResponse:
    row = scheme_of(request, key, P.SCHEME)
    actions.close_scheme(scheme=row, **who(request))
    return _shown(request, row)


def _shown(request: HttpRequest, row: Any) -> HttpResponse:
    return back_to(request, "creation:scheme", row.pk)


def _asked(request: HttpRequest, form: Any, heading: str, **facts: Any) -> HttpResponse:
    return render(request, "creation/form.html", {"form": form, "heading": heading, **facts})
