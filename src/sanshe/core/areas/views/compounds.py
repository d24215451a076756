"""Compounds: the list, a new one, its doors, and whether it is a key one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.areas import actions, phrases
from sanshe.core.areas.enums import P, PremisesKind, R
from sanshe.core.areas.forms.premises import CompoundForm, EndKeyForm, KeyForm, PremisesForm
from sanshe.core.areas.queries import name_of
from sanshe.core.areas.queries import premises as queries
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ui.forms import sound
from sanshe.core.ui.queries import refusal_in


@needs(P.PREMISES)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The compounds of one's areas, or of one area of them."""
    path, today = request.GET.get("area", ""), shanghai.day(request.received_at)
    if path and not request.actor.may_at(P.PREMISES, path):
        raise Http404
    turned = (request.GET.get("after"), request.GET.get("before"))
    page, kinds = (
        queries.listing(request.actor, path, today, *turned),
        [phrases.PREMISES_KINDS[k] for k in PremisesKind],
    )
    facts = {
        "page": page,
        "lines": [(line, list(zip(kinds, line.by_kind, strict=True))) for line in page.rows],
        "place": name_of(path) if path else "",
        "path": path,
        "kinds": kinds,
        "may_write": request.actor.may(P.PREMISES_WRITE),
    }
    return render(request, "areas/compounds.html", facts)


@needs(P.PREMISES_WRITE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter a compound."""
    places = queries.communities_for(request.actor)
    if request.method == "POST":
        form = sound(CompoundForm(request.POST, places=places))
        return kept(request, actions.open_compound(**form.cleaned_data, **who(request)))
    return asked(request, CompoundForm(places=places), heading=phrases.NEW_COMPOUND)


@needs(P.PREMISES)
@require_safe
def compound(request: HttpRequest, key: UUID) -> HttpResponse:
    """The doors of a compound as they are walked, and the decisions by which it was a key one."""
    row = found(request, key, P.PREMISES)
    page = keyset(
        queries.doors(row), ("walk_no", "code"), "areas.doors",
        after=request.GET.get("after"), before=request.GET.get("before"), size=100,
    )  # fmt: skip
    decisions = queries.decisions(row)
    facts = {
        "compound": row,
        "page": page,
        "place": name_of(row.area_path),
        "kinds": phrases.PREMISES_KINDS,
        "states": phrases.PREMISES_STATES,
        "decisions": decisions,
        "standing": next((one for one in decisions if one.ends_on is None), None),
        "may_write": request.actor.may_at(P.PREMISES_WRITE, row.area_path),
        "may_decide": request.actor.may_at(P.KEY_DECIDE, row.area_path),
    }
    return render(request, "areas/compound.html", facts)


@needs(P.PREMISES_WRITE)
@require_http_methods(["GET", "POST"])
def new_premises(request: HttpRequest, key: UUID) -> HttpResponse:
    """Enter a door of a compound; one of that name that is there already is shown first."""
    row, today = found(request, key, P.PREMISES_WRITE), shanghai.day(request.received_at)
    if request.method == "POST":
        door = sound(PremisesForm(request.POST)).door()
        double = None if request.POST.get("is_another") else queries.same_door(row, door.name)
        insist(R.DOOR_THERE if double else None, double=double, code=double.code if double else "", field="name")
        said = {"on": today, "why": str(phrases.ENTERED)}
        return kept(request, actions.enter_premises(compound=row, doors=[door], **said, **who(request))[0])
    double = refusal_in(request).get("double")
    facts = {"heading": phrases.NEW_PREMISES, "compound": row, "double": double, "drawn": row.mark}
    return asked(request, PremisesForm(), **facts)


@needs(P.KEY_DECIDE)
@require_http_methods(["GET", "POST"])
def decide_key(request: HttpRequest, key: UUID) -> HttpResponse:
    """A compound becomes a key one, from a day on, for a ground."""
    row = found(request, key, P.KEY_DECIDE)
    if request.method == "POST":
        given = sound(KeyForm(request.POST)).cleaned_data
        actions.decide_key(compound=row, starts_on=given["starts_on"], ground=given["why"], **who(request))
        return kept(request, row)
    form = KeyForm(initial={"starts_on": shanghai.day(request.received_at)})
    return asked(request, form, heading=phrases.DECIDE_KEY, compound=row, drawn=row.mark)


@needs(P.KEY_DECIDE)
@require_http_methods(["GET", "POST"])
def end_key(request: HttpRequest, key: UUID) -> HttpResponse:
    """It is one no longer."""
    row = queries.decision(request.actor, key)
    if row is None:
        raise Http404
    if request.method == "POST":
        given = sound(EndKeyForm(request.POST)).cleaned_data
        actions.end_key(decision=row, ends_on=given["ends_on"], ground=given["why"], **who(request))
        return kept(request, row.compound)
    form = EndKeyForm(initial={"ends_on": shanghai.day(request.received_at)})
    return asked(request, form, heading=phrases.END_KEY, compound=row.compound, drawn=row.mark)


def found(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.compound(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def kept(request: HttpRequest, row: Any) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect(queries.place_of(row))


def asked(request: HttpRequest, form: Any, **facts: Any) -> HttpResponse:
    return render(request, "areas/premises_form.html", {"form": form, **facts})
