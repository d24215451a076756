"""Sessions: planned, written down, heads counted; a signed page entered with its scan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.files import actions as files
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.parties.queries import by_id
from sanshe.core.ui.forms import sound
from sanshe.pledges import actions, phrases
from sanshe.pledges.enums import CampaignState, P
from sanshe.pledges.forms import HeldForm, SessionForm, SheetForm, TogetherForm, UnitForm
from sanshe.pledges.pages import session as pages
from sanshe.pledges.pages.sign import workplaces
from sanshe.pledges.queries import campaigns as queries
from sanshe.pledges.views.common import campaign_of, who

NEW = phrases.NEW_SESSION


def _session(request: HttpRequest, row: Any, pk: UUID, code: str) -> Any:
    found = queries.session_of(row, pk)
    if found is None or not request.actor.may_at(code, found.area_path):
        raise Http404
    return found


def _shown(row: Any, found: Any) -> HttpResponse:
    return redirect(reverse("pledges:session", args=[row.pk, found.pk]))


@needs(P.SESSION)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, key: UUID) -> HttpResponse:
    """Plan a session."""
    row = campaign_of(request, key, P.READ)
    choices = {"places": pages.places(row, request.actor.paths(P.SESSION)), "units": workplaces(row)}
    if request.method == "POST":
        given = sound(SessionForm(request.POST, **choices)).cleaned_data
        starts_at = shanghai.moment(given["day"], given["hour"].hour, given["hour"].minute)
        unit = by_id(UUID(given["unit"])) if given["unit"] else None
        said = {"area_path": given["community"], "place": given["place"], "starts_at": starts_at, "unit": unit}
        return _shown(row, actions.plan_session(campaign=row, **said, **who(request)))
    facts = {"form": SessionForm(**choices), "heading": NEW, "campaign": row, "drawn": row.mark}
    return render(request, "pledges/form.html", facts)


@needs(P.READ)
@require_safe
def session(request: HttpRequest, key: UUID, pk: UUID) -> HttpResponse:
    """A session: its numbers, and what is written down of it."""
    row = campaign_of(request, key, P.READ)
    found = queries.session_of(row, pk)
    if found is None:
        raise Http404
    at = request.received_at
    start = {"heads": found.heads, "taken": found.taken, "left": found.left, "lessons": pages.told(found)}
    facts = {
        "campaign": row,
        "session": found,
        "pairs": pages.pairs(row, found, at),
        "photos": pages.photos(found) if request.actor.may_at(P.NAMES, found.area_path) else [],
        "is_open": row.state == CampaignState.OPEN,
        "may_hold": found.starts_at <= at and request.actor.may_at(P.SESSION, found.area_path),
        "form": HeldForm(initial=start, lessons=pages.lessons(row)),
        "together_form": TogetherForm(auto_id="together_%s"),
        "entries": history("pledges.session", found.pk),
    }
    return render(request, "pledges/session.html", facts)


@needs(P.SESSION)
@require_POST
def hold(request: HttpRequest, key: UUID, pk: UUID) -> HttpResponse:
    """Write down what a session was like."""
    row = campaign_of(request, key, P.READ)
    found = _session(request, row, pk, P.SESSION)
    given = sound(HeldForm(request.POST, lessons=pages.lessons(row))).cleaned_data
    chosen = queries.lessons_of(row, given.pop("lessons"))
    actions.hold_session(session=found, lessons=chosen, **given, **who(request))
    messages.success(request, _("记下了。"))
    return _shown(row, found)


@needs(P.SESSION)
@takes_files(evidence)
@require_POST
def together(request: HttpRequest, key: UUID, pk: UUID) -> HttpResponse:
    """Heads that pledged together, with a photograph."""
    row = campaign_of(request, key, P.READ)
    found = _session(request, row, pk, P.SESSION)
    given = sound(TogetherForm(request.POST, request.FILES)).cleaned_data
    upload = given["photo"]
    photo = files.keep(upload=upload, name=upload.name, purpose="pledges.collective", **who(request))
    actions.count_together(session=found, heads=given["heads"], photo=photo, **who(request))
    messages.success(request, _("记下了，不加进份数里。"))
    return _shown(row, found)


def _text(row: Any, number: str) -> Any:
    found = queries.text_of(row, int(number))
    if found is None:
        raise Http404
    return found


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def new_unit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask a unit to take part."""
    row = campaign_of(request, key, P.PLAN)
    units = pages.units_to_ask(row)
    if request.method == "POST":
        given = sound(UnitForm(request.POST, units=units)).cleaned_data
        unit = by_id(UUID(given["unit"]))
        if unit is None:
            raise Http404
        actions.add_unit(campaign=row, unit=unit, count_by=given["count_by"], **who(request))
        messages.success(request, _("请了，也请它报驾驶人数。"))
        return redirect(reverse("pledges:campaign", args=[row.pk]))
    facts = {"form": UnitForm(units=units), "heading": phrases.NEW_UNIT, "campaign": row, "drawn": row.mark}
    return render(request, "pledges/form.html", facts)


@needs(P.WITNESS)
@takes_files(evidence)
@require_http_methods(["GET", "POST"])
def new_sheet(request: HttpRequest, key: UUID) -> HttpResponse:
    """Enter a page that was signed before a witness."""
    row = campaign_of(request, key, P.READ)
    choices = pages.sheet_choices(row, request.actor.paths(P.WITNESS))
    if request.method == "POST":
        given = sound(SheetForm(request.POST, request.FILES, choices=choices)).cleaned_data
        upload = given["scan"]
        kept = {"upload": upload, "purpose": "pledges.papersheet", **who(request)}
        scan = files.keep(name=upload.name, **kept) if upload else None
        said = {name: given[name] for name in ("rows", "witness", "signed_on")}
        sheet = actions.enter_sheet(
            campaign=row, scan=scan, area_path=given["community"], text=_text(row, given["text"]),
            session=queries.session_of(row, UUID(given["session"])) if given["session"] else None,
            unit=by_id(UUID(given["unit"])) if given["unit"] else None, **said, **who(request),
        )  # fmt: skip
        messages.success(request, _("登记了 {n} 份。").format(n=len(said["rows"])))
        return redirect(reverse("pledges:campaign", args=[sheet.campaign_id]))
    return render(request, "pledges/sheet.html", {"campaign": row, "form": SheetForm(choices=choices)})
