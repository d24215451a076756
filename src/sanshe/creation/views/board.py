"""The board of a scheme, and one application with what may be done to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import name_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of
from sanshe.core.parties.queries import by_id
from sanshe.core.rows.forms import count_in, day_in
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.creation import actions, phrases
from sanshe.creation.enums import Level, P, Source
from sanshe.creation.forms import DeclareForm
from sanshe.creation.pages import application as one
from sanshe.creation.pages import board as pages
from sanshe.creation.queries import applications, attestations, naming, schemes
from sanshe.creation.queries.applicants import applicants, schemes_for
from sanshe.creation.views.common import application_of, back_to, found, who


@needs(P.READ, P.APPLY)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The board of a scheme for who reads; a representative sees its own."""
    if not request.actor.may_at(P.READ, "") and not request.actor.paths(P.READ):
        return _own(request)
    shown = list(schemes.schemes(request.actor))
    chosen = next((row for row in shown if str(row.pk) == request.GET.get("scheme")), shown[0] if shown else None)
    if chosen is None:
        return render(request, "creation/empty.html", {"may_set": request.actor.may(P.SCHEME)})
    at, level, stage = request.received_at, request.GET.get("level", ""), request.GET.get("stage", "")
    rows = pages.rows_of(request.actor, chosen, at)
    counts = applications.counts(rows)
    listed = pages.lines(_filtered(rows, level, stage), at)
    facts = {
        "scheme": chosen,
        "key": str(chosen.pk),
        "schemes": shown,
        "heading": pages.heading(chosen, counts, at),
        "levels": [(label, n) for label, _level, _cells, n in pages.matrix(counts, ("", ""))],
        "total": sum(counts.values()),
        "heads": pages.heads(counts),
        "folded": sum(cell.is_empty for cell in pages.sums(counts)),
        "rows_on_phone": sum(not cell.is_empty for cell in pages.sums(counts)) + 2,
        "matrix": pages.matrix(counts, (level, stage)),
        "sums": pages.sums(counts),
        "is_filtered": bool(level or stage),
        "lines": listed,
        "notice": pages.notice(chosen, at),
        "may_decide": request.actor.may_at(P.DECIDE, chosen.area_path),
        "may_declare": bool(applicants(request.actor)),
    }
    return render(request, "creation/board.html", facts | _opened(request, listed))


def _filtered(rows: Any, level: str, stage: str) -> Any:
    rows = rows.filter(level=level) if level in list(Level) else rows
    return rows.filter(stage=stage) if stage in pages.STAGES else rows


def _opened(request: HttpRequest, listed: list[Any]) -> dict[str, Any]:
    """The one that is opened beside the list: the asked one, else the first that waits for the police."""
    key = key_of(request.GET.get("open", ""))
    wanted = (
        [line.row for line in listed if line.row.pk == key]
        or [line.row for line in listed if line.pill == "due"]
        or [line.row for line in listed[:1]]
    )
    return _facts(request, application_of(request, wanted[0].pk)) if wanted else {}


def _own(request: HttpRequest) -> HttpResponse:
    """What a representative's organisations brought, and their titles."""
    rows = applications.applications(request.actor).order_by("-declared_at")
    facts = {
        "rows": [(row, phrases.STATES[row.state]) for row in rows[:40]],
        "titles": naming.titles(request.actor)[:40],
        "may_declare": bool(schemes_for(request.actor)),
    }
    return render(request, "creation/own.html", facts)


@needs(P.APPLY, P.APPLY_STREET)
@require_http_methods(["GET", "POST"])
@from_any_page
def declare(request: HttpRequest) -> HttpResponse:
    """Say that one means to be named."""
    able = applicants(request.actor)
    choices = {
        "schemes": [(str(row.pk), row.name) for row in schemes_for(request.actor)],
        "applicants": [(key, one.name) for key, one in able.items()],
    }
    if request.method == "POST":
        given = sound(DeclareForm(request.POST, **choices)).cleaned_data
        chosen = able[given["applicant"]]
        unit = by_id(chosen.organisation) if chosen.organisation else None
        scheme = next(row for row in schemes_for(request.actor) if str(row.pk) == given["scheme"])
        where = {"level": chosen.level, "organisation": unit, "area_path": chosen.area_path}
        row = actions.declare(scheme=scheme, **where, **who(request))
        return back_to(request, "creation:application", row.pk)
    facts = {"form": DeclareForm(**choices), "heading": _("报意向")}
    return render(request, "creation/form.html", facts)


@needs(P.READ, P.APPLY)
@require_safe
def application(request: HttpRequest, key: UUID) -> HttpResponse:
    """How far it is, what shows each criterion, what may be done now."""
    row = application_of(request, key)
    facts = _facts(request, row)
    reads = request.actor.may_at(P.READ, row.area_path)  # an applicant learns the outcome, and not who answered what
    facts["entries"] = history("creation.application", row.pk) if reads else []
    facts["questions"] = attestations.of_application(row) if reads else []
    facts["replies"] = phrases.REPLIES
    return render(request, "creation/application.html", facts)


def _facts(request: HttpRequest, row: Any) -> dict[str, Any]:
    at = request.received_at
    return {
        "row": row,
        "level": phrases.LEVELS[row.level],
        "state": phrases.STATES[row.state],
        "place": name_of(row.area_path),
        "street": name_of(applications.above(row)),
        "rail": one.rail(row),
        "points": one.points(row, at),
        "pairs": one.pairs(row),
        "clock": one.police_clock(row, at),
        "acts": one.acts(request.actor, row),
        "asked": attestations.newest(row),
        "title": getattr(row, "title", None),
    }


@needs(P.APPLY, P.APPLY_STREET)
@require_POST
def apply(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _spoken_for(request, key)
    actions.apply(application=row, **who(request))
    return back_to(request, "creation:application", row.pk)


@needs(P.APPLY, P.APPLY_STREET)
@require_http_methods(["GET", "POST"])
def assess(request: HttpRequest, key: UUID) -> HttpResponse:
    """The self-assessment: a field for each criterion that asks for words, the records as they are."""
    row = _spoken_for(request, key)
    if request.method == "POST":
        wanted = [one.no for one in row.standard.items if one.source == Source.WORDS]
        words = {no: request.POST.get(f"words_{no}", "") for no in wanted}
        given = {"drivers": count_in(request.POST, "drivers"), "drivers_on": day_in(request.POST, "drivers_on")}
        actions.assess(application=row, words=words, **given, **who(request))
        return back_to(request, "creation:application", row.pk)
    facts = {"row": row, "points": one.points(row, request.received_at), "kept": applications.answers(row)}
    facts["is_unit"] = row.level == Level.UNIT
    return render(request, "creation/assess.html", facts)


@needs(P.APPLY, P.APPLY_STREET)
@require_POST
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _spoken_for(request, key)
    actions.withdraw(application=row, **who(request))
    messages.success(request, _("撤回了。"))
    return redirect(reverse("creation:home"))


def _spoken_for(request: HttpRequest, key: UUID) -> Any:
    row = application_of(request, key)
    return found(row if applications.may_apply(request.actor, row) else None)


def _below(request: HttpRequest, key: UUID) -> Any:
    row = application_of(request, key)
    return found(row if applications.may_recommend(request.actor, row) else None)


@needs(P.RECOMMEND, P.RECOMMEND_STREET)
@require_POST
def recommend(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _below(request, key)
    actions.recommend(application=row, remark=request.POST.get("remark", ""), **who(request))
    return back_to(request, "creation:application", row.pk)


@needs(P.RECOMMEND, P.RECOMMEND_STREET)
@require_POST
def send_back(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _below(request, key)
    actions.send_back(application=row, reason=request.POST.get("reason", ""), **who(request))
    return back_to(request, "creation:application", row.pk)
