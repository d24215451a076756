"""What the district sets: categories, the list of duties, terms of steps."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.appeals import actions, phrases
from sanshe.appeals.enums import P, Step
from sanshe.appeals.forms import CategoryTermsForm, DutyForm, TermForm
from sanshe.appeals.queries import settings as queries
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.phrases import DAY_KINDS
from sanshe.core.calendar.types import Term
from sanshe.core.kit.access import needs
from sanshe.core.ui.forms import sound


@needs(P.SET)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """All of it on one page."""
    path = request.actor.paths(P.SET)[0]
    terms = queries.step_terms(path)
    facts = {
        "categories": queries.categories(path),
        "duties": queries.duty_items(path),
        "terms": [(step, label, _said(terms.get(step))) for step, label in phrases.STEPS.items()],
        "kinds": DAY_KINDS,
    }
    return render(request, "appeals/settings.html", facts)


@needs(P.SET)
@require_http_methods(["GET", "POST"])
def new_category(request: HttpRequest) -> HttpResponse:
    return _category(request, None)


@needs(P.SET)
@require_http_methods(["GET", "POST"])
def category(request: HttpRequest, key: UUID) -> HttpResponse:
    """Other terms; what runs keeps the ones it was given."""
    row = queries.category_to_set(request.actor, key)
    if row is None:
        raise Http404
    return _category(request, row)


def _category(request: HttpRequest, row: Any) -> HttpResponse:
    if request.method == "POST":
        given = sound(CategoryTermsForm(request.POST)).said()
        return _kept(request, actions.set_category(**given, category=row, **_where(request)))
    names = CategoryTermsForm.base_fields
    initial = {name: getattr(row, name) for name in names} if row else {"is_private": True}
    return _asked(request, CategoryTermsForm(initial=initial), row, _("类别"))


@needs(P.SET)
@require_http_methods(["GET", "POST"])
def new_duty(request: HttpRequest) -> HttpResponse:
    return _duty(request, None)


@needs(P.SET)
@require_http_methods(["GET", "POST"])
def duty(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another wording, or whether a community leads it."""
    row = queries.duty_item_to_set(request.actor, key)
    if row is None:
        raise Http404
    return _duty(request, row)


def _duty(request: HttpRequest, row: Any) -> HttpResponse:
    if request.method == "POST":
        given = sound(DutyForm(request.POST)).cleaned_data
        return _kept(request, actions.set_duty_item(**given, item=row, **_where(request)))
    initial = {name: getattr(row, name) for name in DutyForm.base_fields} if row else {}
    return _asked(request, DutyForm(initial=initial), row, _("职责清单事项"))


@needs(P.SET)
@require_http_methods(["GET", "POST"])
def term(request: HttpRequest, step: str) -> HttpResponse:
    """How long a step takes from now on."""
    if step not in phrases.STEPS:
        raise Http404
    if request.method == "POST":
        given = sound(TermForm(request.POST)).cleaned_data
        made = Term(given["n"], DayKind(given["kind"]))
        return _kept(request, actions.set_term(step=Step(step), term=made, **_where(request)))
    return _asked(request, TermForm(), None, phrases.STEPS[Step(step)])


def _said(term: Term | None) -> str:
    return f"{term.n} {DAY_KINDS[term.kind]}" if term else ""


def _where(request: HttpRequest) -> dict[str, Any]:
    return {"area_path": request.actor.paths(P.SET)[0], "by": request.actor, "at": request.received_at}


def _kept(request: HttpRequest, row: object) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect("appeals:settings")


def _asked(request: HttpRequest, form: Any, row: Any, heading: Any) -> HttpResponse:
    facts = {"form": form, "heading": heading, "drawn": row.mark if row else ""}
    return render(request, "appeals/set.html", facts)
