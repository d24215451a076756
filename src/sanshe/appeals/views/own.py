"""For anybody, on their own telephone, without an account: hand in, follow, add, note a night, withdraw, reopen."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.appeals import actions
from sanshe.appeals.enums import About, E
from sanshe.appeals.forms import CodeForm, NightForm, OwnForm
from sanshe.appeals.pages import own as pages
from sanshe.appeals.queries import appeals as queries
from sanshe.appeals.types import Origin, Told
from sanshe.core.accounts.adapters import give_device, neighbourhood
from sanshe.core.areas.queries import community_choices
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.rows.queries import offer
from sanshe.core.tracking.adapters import is_open, open_in
from sanshe.core.tracking.types import Matter
from sanshe.core.ui.forms import sound
from sanshe.core.ui.queries import districts_of

KIND = "appeals.appeal"


def _places(request: HttpRequest) -> list[tuple[str, str]]:
    return community_choices(districts_of(request))


def _origin(request: HttpRequest) -> Origin:
    return Origin(give_device(request), neighbourhood(request), clock.real())


@needs(Open.PUBLIC)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: HttpRequest) -> HttpResponse:
    """What, where, and how to be found; what was given for it is shown once."""
    places = _places(request)
    if not places:  # a house of several districts: the front page asks which one
        return redirect("/")
    if request.method != "POST":
        return render(request, "appeals/hand_in.html", {"form": OwnForm(places=places)})
    given = sound(OwnForm(request.POST, places=places)).cleaned_data
    told = Told(*(given.pop(name) for name in ("text", "place", "name", "phone")))
    who = {"by": request.actor, "at": request.received_at}
    taken = actions.hand_in(**given, told=told, origin=_origin(request), **who)
    open_in(request, [Matter(KIND, taken.appeal.pk, taken.appeal.number)], clock.real())
    facts = _facts(request, taken.appeal) | {"code": taken.code}
    return render(request, "appeals/handed_in.html", facts)


@needs(Open.PUBLIC)
@without_receipt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """Who left no telephone finds it by the code."""
    if request.method != "POST":
        return render(request, "appeals/by_code.html", {"form": CodeForm()})
    code = sound(CodeForm(request.POST)).cleaned_data["code"]
    row = actions.find_by_code(code=code, origin=_origin(request))
    open_in(request, [Matter(KIND, row.pk, row.number)], clock.real())
    return redirect("appeals:own", key=row.pk)


def own_row(request: HttpRequest, key: UUID) -> Any:
    """The appeal, where this browser found it."""
    return queries.own_appeal(key) if is_open(request, KIND, key, clock.real()) else None


@needs(Open.PUBLIC)
@never_cache
@require_safe
def own(request: HttpRequest, key: UUID) -> HttpResponse:
    """One's own matter."""
    row = own_row(request, key)
    if row is None:
        return redirect("tracking:track")
    given = {"appeal": row, "at": request.received_at}
    return render(request, "appeals/own.html", _facts(request, row) | {"night_form": NightForm(**given)})


def _facts(request: HttpRequest, row: Any) -> dict[str, Any]:
    at = request.received_at
    return {"row": row, **pages.facts(row, at), "undo": offer(E.RECEIVED, row, request.actor, at)}


@needs(Open.PUBLIC)
@require_POST
def own_act(request: HttpRequest, key: UUID, name: str) -> HttpResponse:
    """What a resident does with their own matter."""
    row, act = own_row(request, key), OWN_ACTS.get(name)
    if act is None:
        raise Http404
    if row is None:
        return redirect("tracking:track")
    act(request, row, {"by": request.actor, "at": request.received_at})
    return redirect("appeals:own", key=key)


def _add(about: About) -> Any:
    def act(request: HttpRequest, row: Any, who: dict[str, Any]) -> None:
        actions.add(appeal=row, about=about, words=request.POST.get("words", "")[:500], **who)

    return act


def _night(request: HttpRequest, row: Any, who: dict[str, Any]) -> None:
    given = sound(NightForm(request.POST, appeal=row, at=request.received_at)).cleaned_data
    actions.note_night(appeal=row, **given, **who)


def _reopen(request: HttpRequest, row: Any, who: dict[str, Any]) -> None:
    actions.reopen(appeal=row, words=request.POST.get("words", "")[:500], **who)


def _withdraw(request: HttpRequest, row: Any, who: dict[str, Any]) -> None:
    actions.withdraw(appeal=row, **who)


OWN_ACTS = {
    **{one.value: _add(one) for one in About},
    "night": _night,
    "reopen": _reopen,
    "withdraw": _withdraw,
}
