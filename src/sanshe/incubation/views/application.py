"""Applications: the form for those who write, the page for those who read."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanshe.core.audit.queries import history
from sanshe.core.files import actions as files
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.parties.rules import code_fault, code_parts
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.queries import say
from sanshe.incubation.actions import application as actions
from sanshe.incubation.actions import screening
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.application import ApplicationRefusal as R
from sanshe.incubation.phrases import application as words
from sanshe.incubation.queries import application as queries
from sanshe.incubation.queries import batch as batches
from sanshe.incubation.queries import screening as screened
from sanshe.incubation.queries.decision import has_public_place
from sanshe.incubation.queries.forms import sections, shown
from sanshe.incubation.rules import application as rules


def _own(request: HttpRequest, pk: UUID) -> Any:
    found = queries.own(request.actor, pk)
    if found is None:
        raise Http404
    return found


@needs(Open.ANY_USER)
@require_POST
def apply(request: HttpRequest, b: UUID) -> HttpResponse:
    """Begin, or go on."""
    batch = batches.any_batch(b)
    if batch is None:
        raise Http404
    row = actions.start(batch=batch, by=request.actor, at=request.received_at)
    return redirect("incubation:form", pk=row.pk)


@needs(Open.ANY_USER)
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The five sections; without scripts a whole page is sent at once."""
    row = _own(request, pk)
    if request.method == "POST":
        given = {code: request.POST[code][: rules.BY_CODE[code].most] for code in rules.BY_CODE if code in request.POST}
        row = actions.fill(application=row, values=given, at=request.received_at)
        return redirect("incubation:form", pk=pk)
    return _form(request, row)


def _form(request: HttpRequest, row: Any, status: int = 200, sentence: str = "") -> HttpResponse:
    values, papers = queries.values_of(row), queries.papers(row)
    call = batches.standing_call(row.batch)
    left = rules.missing(values, frozenset(papers))
    facts = {
        "row": row,
        "sections": sections(values, left),
        "papers": [(slot, words.LABELS[slot], papers.get(slot)) for slot in rules.SLOTS],
        "left": [(code, words.LABELS[code]) for code in left],
        "filled": len(rules.SPOTS) - len([c for c in left if c in rules.BY_CODE]),
        "closes": call.closes_on if call else None,
        "is_writable": row.state in ("draft", "returned"),
        "returned": screened.open_return(row),
        "decided": screened.newest(row),
        "state": words.STATES[row.state],
        "sentence": sentence,
        "has_place": has_public_place(row),
        "parts": code_parts(row.credit_code) if len(row.credit_code) == 18 else None,
    }
    return render(request, "incubation/form.html", facts, status=status)


@needs(Open.ANY_USER)
@require_POST
def save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep one field; a change made elsewhere meanwhile answers 409 with both texts."""
    row = _own(request, pk)
    try:
        said = json.loads(request.body)
        given: dict[str, Any] = {name: str(said[name]) for name in ("field", "value")}
        given["version"] = int(said.get("version") or 0)
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": str(_("这一处没有收到，请再写一次。"))}, status=400)
    try:
        row = actions.save_field(application=row, **given, at=request.received_at)
    except Refused as refused:
        status = 409 if refused.code == R.STALE else 422
        return JsonResponse({"detail": say(refused.code, refused.facts), **refused.facts}, status=status)
    return JsonResponse({"version": row.version, **_said(given["field"], given["value"])})


def _said(field: str, value: str) -> dict[str, Any]:
    """The line beside the field: kept, or what was found out."""
    if field == "credit_code" and value and (fault := code_fault(value)):
        return {"said": say(fault.code, fault.facts), "wrong": True}
    return {"said": str(_("已收妥"))}


@needs(Open.ANY_USER)
@require_POST
def attach(request: HttpRequest, pk: UUID, slot: str) -> HttpResponse:
    """Take in one paper; what is no picture or PDF is refused with a sentence."""
    row = _own(request, pk)
    upload = request.FILES.get("file")
    if slot not in rules.SLOTS or row.state not in ("draft", "returned"):
        raise Http404
    if upload is None:
        return _form(request, row, 422, _("还没有选文件。"))
    said = {"by": request.actor, "at": request.received_at}
    kept = files.keep(upload=upload, name=upload.name or slot, purpose="application", **said)
    where = {"kind": queries.KIND, "subject": row.pk, "area_path": row.area_path}
    files.attach(file=kept, slot=slot, label=str(words.LABELS[slot]), **where, **said)
    return redirect(f"{request.path.split('/papers/')[0]}/form/#papers")


@needs(Open.ANY_USER)
@require_POST
@without_receipt
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand it in, once. Too late is put on record even though it is refused, so this act keeps no receipt of its own;
    doing it twice is answered by the state."""
    row = _own(request, pk)
    if row.state == "submitted":
        return redirect("incubation:form", pk=pk)
    try:
        act = screening.mend if row.state == "returned" else actions.submit
        act(application=row, by=request.actor, at=request.received_at)
    except Refused as refused:
        row.refresh_from_db()
        return _form(request, row, 422, say(refused.code, refused.facts))
    return redirect("incubation:form", pk=pk)


@needs(Open.ANY_USER)
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.take_back(application=_own(request, pk), by=request.actor, at=request.received_at)
    return redirect("incubation:form", pk=pk)


@needs(Open.ANY_USER)
@require_POST
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A refused applicant asks for another look."""
    reason = request.POST.get("reason", "")[:600]
    screening.ask_review(application=_own(request, pk), reason=reason, by=request.actor, at=request.received_at)
    return redirect("incubation:form", pk=pk)


@needs(P.APPLICATION_READ)
@require_GET
def application(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One application as those of the area read it, people masked."""
    return _page(request, pk, P.APPLICATION_READ, is_clear=False)


@needs(P.APPLICATION_REVEAL)
@require_POST
def reveal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same with what was masked; the look is on record."""
    row = queries.one_for_staff(request.actor, pk, P.APPLICATION_REVEAL)
    if row is None:
        raise Http404
    actions.show(application=row, by=request.actor, at=request.received_at)
    return _page(request, pk, P.APPLICATION_REVEAL, is_clear=True)


def _page(request: HttpRequest, pk: UUID, code: str, is_clear: bool) -> HttpResponse:
    row = queries.one_for_staff(request.actor, pk, code)
    if row is None:
        raise Http404
    facts = {
        "row": row,
        "shown": shown(row, is_clear),
        "papers": [(words.LABELS[slot], one) for slot, one in queries.papers(row).items()],
        "checks": screened.checks(row),
        "screenings": row.screenings.order_by("no"),
        "state": words.STATES[row.state],
        "pill": words.PILLS[row.state],
        "channel": words.CHANNELS[row.channel],
        "registration": words.REGISTRATIONS.get(row.registration, ""),
        "may_reveal": request.actor.may(P.APPLICATION_REVEAL) and not is_clear,
        "entries": history(queries.KIND, row.pk),
    }
    return render(request, "incubation/application.html", facts)
