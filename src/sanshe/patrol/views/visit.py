"""Doors of a round: what was noted there, a new visit, a correction."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.files import actions as files
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit import ids
from sanshe.core.kit.access import needs
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.patrol import actions, phrases
from sanshe.patrol.enums import P
from sanshe.patrol.forms import CorrectionForm, VisitForm
from sanshe.patrol.pages import visit as pages
from sanshe.patrol.queries import visits as queries
from sanshe.patrol.types import Event
from sanshe.patrol.views.common import asked, who


@needs(P.READ)
@require_safe
def stop(request: HttpRequest, key: UUID) -> HttpResponse:
    """A door in a round: what its visits come to, and each of them."""
    row = _stop(request, key, P.READ)
    facts = {
        "stop": row,
        "round": row.round,
        "outcome": phrases.OUTCOMES.get(row.outcome, phrases.NOT_VISITED),
        "lines": pages.lines(queries.of_stop(row), request.actor),
        "may_visit": request.actor.may_at(P.VISIT, row.area_path),
    }
    return render(request, "patrol/stop.html", facts)


@needs(P.VISIT)
@require_http_methods(["GET", "POST"])
@takes_files(evidence)
@from_any_page
def visit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note a visit. Nothing is chosen beforehand."""
    row = _stop(request, key, P.VISIT)
    if request.method == "POST":
        form = sound(VisitForm(request.POST, request.FILES))
        made = _noted(request, row, form.event(id=ids.new(), stop=row.pk, noted_at=request.received_at))
        return _told(request, made)
    return asked(request, VisitForm(), heading=phrases.VISIT, round=row.round, door=row)


@needs(P.VISIT, P.ASSIGN)
@require_http_methods(["GET", "POST"])
@takes_files(evidence)
@from_any_page
def correct(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was noted wrongly: both stay."""
    old = queries.visit_for(request.actor, key)
    if old is None or old.stop is None:
        raise Http404
    row = old.stop
    if request.method == "POST":
        form = sound(CorrectionForm(request.POST, request.FILES))
        more = {"id": ids.new(), "stop": old.stop_id, "corrects": old.pk, "noted_at": old.noted_at}
        return _told(request, _noted(request, row, form.event(**more)))
    return asked(request, CorrectionForm(initial=pages.told(old)), heading=phrases.CORRECT, round=row.round)


def _noted(request: HttpRequest, row: Any, event: Event) -> Any:
    """The visit, with the photo that came with it."""
    kept = photo(request)
    event = replace(event, photos=(kept.digest,)) if kept else event
    made = actions.record(round=row.round, events=[event], **who(request))[0]
    if kept:
        hang(request, kept, made)
    return made


def photo(request: HttpRequest) -> Any:
    """The photo that came with a form, kept."""
    upload = request.FILES.get("photo")
    return files.keep(upload=upload, name=upload.name or "photo", purpose="patrol", **who(request)) if upload else None


def hang(request: HttpRequest, kept: Any, row: Any) -> None:
    """On what it shows."""
    said = {"kind": row._meta.label_lower, "subject": row.pk, "slot": "photo", "label": str(phrases.FIELDS["photo"])}
    files.attach(file=kept, **said, area_path=row.area_path, **who(request))


def _told(request: HttpRequest, made: Any) -> HttpResponse:
    """What was found is said on the spot, and of what it is a rebound."""
    found = made.finding
    if found is None:
        messages.success(request, _("记下了。"))
        return redirect(reverse("patrol:stop", args=[made.stop_id]))
    messages.success(request, pages.said_of(found))
    return redirect(reverse("patrol:finding", args=[found.pk]))


def _stop(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.stop_for(request.actor, key, code)
    if row is None:
        raise Http404
    return row
