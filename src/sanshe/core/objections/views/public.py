"""For anyone: object to what was announced, and see one's own objection."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.accounts.adapters import give_device, neighbourhood
from sanshe.core.calendar.types import Due
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.asked import key_of
from sanshe.core.objections import actions, pages, queries
from sanshe.core.objections.types import Listing, Origin, Said
from sanshe.core.rows.rules import from_any_page
from sanshe.core.tracking.adapters import is_open, open_in
from sanshe.core.tracking.types import Matter


def form_of(kind: str) -> Callable[..., HttpResponse]:
    """The public form of one kind, for an app to put under its own address."""

    @needs(Open.PUBLIC)
    @require_http_methods(["GET", "HEAD", "POST"])
    @from_any_page
    def object_(request: HttpRequest, key: UUID) -> HttpResponse:
        """Anyone may object: to which one, what fact, name, telephone."""
        listing = queries.listing_of(kind, key)
        if listing is None:
            raise Http404
        return _raised(request, kind, listing) if request.method == "POST" else _form(request, kind, listing)

    return object_


def _raised(request: HttpRequest, kind: str, listing: Listing) -> HttpResponse:
    real, post = clock.real(), request.POST
    known = list(queries.SUBJECTS[kind].grounds(listing.key))
    grounds = tuple(one for one in post.getlist("grounds") if one in known)
    texts = {name: post.get(name, "")[:1000] for name in ("fact", "name", "phone")}
    row = actions.raise_(
        kind=kind,
        listing=listing.key,
        subject=key_of(post.get("subject")),
        said=Said(**texts, grounds=grounds),
        origin=Origin(give_device(request), neighbourhood(request), real),
        by=request.actor,
        at=request.received_at,
    )
    open_in(request, [Matter(kind, row.pk, row.number)], real)
    return render(request, "objections/received.html", pages.own_facts(row, request.received_at))


def _form(request: HttpRequest, kind: str, listing: Listing) -> HttpResponse:
    subject = queries.SUBJECTS[kind]
    facts = {
        "listing": listing,
        "last": Due(listing.last_day),
        "words": subject.words,
        "grounds": subject.grounds(listing.key),
        "is_open": queries.is_open(listing, request.received_at),
        "count": pages.public_count(kind, listing.key),
    }
    return render(request, "objections/object.html", facts)


def aside_of(kind: str) -> Callable[[Any, Any], Mapping[str, Any]]:
    """Beside the notice of a list: where to object, and how many did (`notices.Aside`)."""

    def aside(notice: Any, at: Any) -> Mapping[str, Any]:
        listing = queries.listing_of(kind, notice.subject)
        is_of = listing is not None and listing.notice == notice.pk
        return {
            "form": queries.SUBJECTS[kind].form,
            "key": notice.subject,
            "is_open": is_of and queries.is_open(listing, at),
            "count": pages.public_count(kind, notice.subject) if is_of else "",
        }

    return aside


@needs(Open.PUBLIC)
@require_safe
def own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own objection, in the browser that opened it by its number and telephone."""
    row = _own(request, pk)
    return (
        render(request, "objections/own.html", pages.own_facts(row, request.received_at))
        if row
        else redirect("tracking:track")
    )


@needs(Open.PUBLIC)
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _own(request, pk)
    if row is None:
        return redirect("tracking:track")
    actions.take_back(objection=row, by=request.actor, at=request.received_at)
    return redirect("objections:own", pk=pk)


@needs(Open.PUBLIC)
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _own(request, pk)
    if row is None:
        return redirect("tracking:track")
    actions.withdraw(objection=row, by=request.actor, at=request.received_at)
    return redirect("objections:own", pk=pk)


@needs(Open.PUBLIC)
@require_POST
def ask_review(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _own(request, pk)
    if row is None:
        return redirect("tracking:track")
    reason = request.POST.get("reason", "")
    actions.ask_review(objection=row, reason=reason, by=request.actor, at=request.received_at)
    return redirect("objections:own", pk=pk)


def _own(request: HttpRequest, pk: UUID) -> Any:
    """The row, where this browser opened it; who did not is asked for number and digits, whether it is there or not."""
    row = queries.own(pk)
    return row if row and is_open(request, row.kind, row.pk, clock.real()) else None
