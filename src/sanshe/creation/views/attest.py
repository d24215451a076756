"""The police: what waits for an answer, one question, the answer in two steps; the office asks and reminds."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.creation import actions, phrases
from sanshe.creation.enums import P, Reply
from sanshe.creation.pages import attest as pages
from sanshe.creation.queries import attestations as queries
from sanshe.creation.views.common import application_of, attestation_of, back_to, found, who


@needs(P.ATTEST)
@require_safe
def attest(request: HttpRequest) -> HttpResponse:
    """What waits, the most urgent first; what was answered."""
    at = request.received_at
    waiting = [pages.line(row, at) for row in queries.waiting(request.actor)]
    facts = {
        "heading": pages.heading(waiting),
        "waiting": waiting,
        "answered": [pages.line(row, at) for row in queries.answered(request.actor)[:40]],
    }
    return render(request, "creation/attest.html", facts)


@needs(P.ATTEST)
@require_http_methods(["GET", "POST"])
def attest_one(request: HttpRequest, key: UUID) -> HttpResponse:
    """One question. Chosen is by address, sealed is by the form; there is no field to write in."""
    row = attestation_of(request, key)
    if request.method == "POST":
        actions.answer(attestation=row, reply=request.POST.get("reply", ""), **who(request))
        return redirect(reverse("creation:attest_one", args=[row.pk]))
    facts = pages.facts(row, request.actor, request.received_at)
    if row.reply:
        more = {"next": queries.waiting(request.actor).first(), "slips": phrases.SLIPS}
        return render(request, "creation/attest_sealed.html", {**facts, **more})
    reply = request.GET.get("reply", "")
    facts["reply"] = reply if reply in list(Reply) else ""
    facts["said"] = phrases.REPLIES.get(facts["reply"], "")
    return render(request, "creation/attest_one.html", facts)


@needs(P.ATTEST)
@require_POST
def strike(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answered wrongly: struck the same day, by who answered."""
    row: Any = attestation_of(request, key)
    found(row if row.answered_by == request.actor.id else None)
    anew = actions.strike_answer(attestation=row, slip=request.POST.get("slip", ""), **who(request))
    messages.success(request, _("划掉了，请重答。"))
    return redirect(reverse("creation:attest_one", args=[anew.pk]))


@needs(P.DECIDE)
@require_POST
def ask(request: HttpRequest, key: UUID) -> HttpResponse:
    """The office puts the question."""
    row = _decided(request, key)
    made = actions.ask(application=row, **who(request))
    messages.success(request, _("送去了，最迟 {date} 18:00 答。").format(date=shanghai.short(made.due_on)))
    return redirect(reverse("creation:application", args=[row.pk]))


@needs(P.DECIDE)
@require_POST
def remind(request: HttpRequest, key: UUID) -> HttpResponse:
    """Whoever may answer is reminded."""
    row = _decided(request, key)
    actions.remind(attestation=found(queries.newest(row)), **who(request))
    return back_to(request, "creation:application", row.pk)


def _decided(request: HttpRequest, key: UUID) -> Any:
    row = application_of(request, key)
    return found(row if request.actor.may_at(P.DECIDE, row.area_path) else None)
