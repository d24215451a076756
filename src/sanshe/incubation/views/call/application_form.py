"""The form of an application, for those who write it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.files import actions as files
from sanshe.core.files.enums import R as F
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.asked import whole
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.adapters import qr, sent_json
from sanshe.core.ui.queries import refusal_in, say
from sanshe.incubation.actions.call import application as actions
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.pages.call import own_application
from sanshe.incubation.pages.call.application_form import sheet
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.queries.call import application as queries
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.decision.decision import has_public_place
from sanshe.incubation.queries.undo import offered
from sanshe.incubation.rules.call import application as rules


def _own(request: HttpRequest, pk: UUID) -> Any:
    found = queries.own(request.actor, pk)
    if found is None:
        raise Http404
    return found


@needs(Open.ANY_USER)
@require_POST
@from_any_page
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
    """The five sections; without scripts a whole page is sent at once. Once handed in: what happens next."""
    row = _own(request, pk)
    if request.method == "POST":
        given = {code: request.POST[code][: rules.BY_CODE[code].most] for code in rules.BY_CODE if code in request.POST}
        row = actions.fill(application=row, values=given, at=request.received_at)
        return redirect("incubation:form", pk=pk)
    return _form(request, row)


def _form(request: HttpRequest, row: Any) -> HttpResponse:
    """The page fit for where the application is: writing, late (by when what was just refused counts), or handed in."""
    kind = own_application.page_of(row, refusal_in(request).get("counts") or request.received_at)
    facts = {"row": row, "sheet": sheet(row), "is_fresh": bool(request.GET.get("received"))}
    facts |= own_application.standing(row, request.received_at)
    facts |= {"has_place": has_public_place(row), "undo": offered(row, request.actor, request.received_at)}
    if kind == "writing":
        facts["qr"] = qr(request.build_absolute_uri(request.path.split("/papers/")[0].replace("/submit/", "/form/")))
    return render(request, f"incubation/call/{kind}.html", facts)


@needs(Open.ANY_USER)
@require_POST
@from_any_page
def save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep one field; a change made elsewhere meanwhile answers 409 with both texts."""
    row = _own(request, pk)
    try:
        said = sent_json(request)
        given: dict[str, Any] = {name: str(said[name]) for name in ("field", "value")}
        given["version"] = whole(said.get("version")) or 0
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": str(_("这一处没有收到，请再写一次。"))}, status=400)
    try:
        row = actions.save_field(application=row, **given, at=request.received_at)
    except Refused as refused:
        status, now = (409, {"version": row.version}) if refused.code == R.STALE else (422, {})
        return JsonResponse({"detail": say(refused.code, refused.facts), **now, **refused.facts}, status=status)
    return JsonResponse({"version": row.version, "drawn": row.mark, **_said(request, row, given["field"])})


def _said(request: HttpRequest, row: Any, field: str) -> dict[str, Any]:
    """The line beside the field (kept, or what was found out), and the parts of the page that follow from it."""
    whole = sheet(row)
    kept = shanghai.local(request.received_at).strftime("%H:%M ") + str(_("已收妥"))
    facts = {"row": row, "sheet": whole}
    parts = {"progress": "_progress", "left": "_lacking"} | ({"code-read": "_code"} if field == "credit_code" else {})
    html = {place: render_to_string(f"incubation/call/{name}.html", facts, request) for place, name in parts.items()}
    if why := rules.wrong(queries.values_of(row)).get(field):
        return {"said": say(why, {}), "wrong": True, "html": html}
    if field == "credit_code" and whole.code.says:
        return {"said": str(whole.code.says), "wrong": not whole.code.is_right, "ok": whole.code.is_right, "html": html}
    return {"said": kept, "html": html}


@needs(Open.ANY_USER)
@require_POST
@takes_files(evidence)
def attach(request: HttpRequest, pk: UUID, slot: str) -> HttpResponse:
    """Take in one paper; what is no picture or PDF is refused with a sentence."""
    row = _own(request, pk)
    upload = request.FILES.get("file")
    if slot not in rules.SLOTS or row.state not in ("draft", "returned"):
        raise Http404
    if upload is None:
        raise Refused(F.NO_FILE)
    said = {"by": request.actor, "at": request.received_at}
    kept = files.keep(upload=upload, name=upload.name or slot, purpose="application", **said)
    where = {"kind": queries.KIND, "subject": row.pk, "area_path": row.area_path}
    files.attach(file=kept, slot=slot, label=str(words.LABELS[slot]), **where, **said)
    return redirect(f"{request.path.split('/papers/')[0]}/form/#papers")


@needs(Open.ANY_USER)
@require_POST
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand it in, once; doing it twice is answered by the state."""
    row = _own(request, pk)
    if row.state == "submitted":
        return redirect("incubation:form", pk=pk)
    act = screening.mend if row.state == "returned" else actions.submit
    ticked = request.POST.get("truthful") == "yes"
    act(application=row, truthful=ticked, by=request.actor, at=request.received_at)
    return redirect(f"{request.path.replace('/submit/', '/form/')}?received=1")


@needs(Open.ANY_USER)
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.take_back(application=_own(request, pk), by=request.actor, at=request.received_at)
    return redirect("incubation:form", pk=pk)


@needs(Open.ANY_USER)
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give it up for good; the page says what that means before it asks."""
    actions.withdraw(application=_own(request, pk), by=request.actor, at=request.received_at)
    return redirect("incubation:form", pk=pk)


@needs(Open.ANY_USER)
@require_POST
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A refused applicant asks for another look."""
    reason = request.POST.get("reason", "")[:600]
    screening.ask_review(application=_own(request, pk), reason=reason, by=request.actor, at=request.received_at)
    return redirect(f"{request.path.replace('/review/', '/form/')}?received=1")
