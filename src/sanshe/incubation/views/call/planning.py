"""Before the call: a batch's plan, the call's wording with its criteria and conditions."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.core.parties.enums import P as Parties
from sanshe.core.ui.forms import sound
from sanshe.incubation.actions.call import batch as calls
from sanshe.incubation.actions.call import planning as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.batch import BatchRefusal as R
from sanshe.incubation.forms.planning import CallForm, PlanForm
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.call import planning as queries
from sanshe.incubation.views.call.batch import found


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


@needs(P.BATCH_PLAN)
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a batch of one of one's centres."""
    mine = list(queries.centres(request.actor))
    if not mine:
        insist(None if request.actor.may(Parties.OFFICES) else R.NO_CENTRE)
        return redirect("parties:new_office")
    choices, no = [(str(one.pk), one.name) for one in mine], queries.next_no(mine[0])
    if request.method == "POST":
        form = sound(PlanForm(request.POST, centres=choices))
        chosen = next(one for one in mine if str(one.pk) == form.cleaned_data["centre"])
        made = calls.plan_batch(centre=chosen, no=form.cleaned_data["no"], **form.facts(), **_who(request))
        return redirect("incubation:wording" if request.actor.may(P.CALL_DRAFT) else "incubation:batch", b=made.pk)
    words = {"heading": _("筹备一批"), "under": _("日子、家数、评委和中心能给多少；公告发布以前都能改。")}
    form = PlanForm(centres=choices, initial={"no": no})
    return render(request, "incubation/call/plan.html", {"form": form, "batch": None, **words})


@needs(P.BATCH_PLAN)
@require_http_methods(["GET", "POST"])
def replan(request: HttpRequest, b: UUID) -> HttpResponse:
    """Change a plan while no call is approved or out."""
    batch = found(request, P.BATCH_PLAN, b)
    if request.method == "POST":
        form = sound(PlanForm(request.POST, centres=[], batch=batch))
        version = form.cleaned_data["version"] or 0
        actions.change_plan(batch=batch, version=version, **form.facts(), **_who(request))
        return redirect("incubation:call_edit", b=b)
    words = {"heading": _("改筹备"), "under": _("公告发布以前能改；批准以后要先退回。")}
    form = PlanForm(centres=[], batch=batch)
    return render(request, "incubation/call/plan.html", {"form": form, "batch": batch, **words})


@needs(P.CALL_DRAFT)
@require_http_methods(["GET", "POST"])
def wording(request: HttpRequest, b: UUID) -> HttpResponse:
    """Write the call, or write its draft anew."""
    batch = found(request, P.CALL_DRAFT, b)
    newest = batches.newest_call(batch)
    if newest is not None and (newest.state != "draft" or newest.version_no > 1):
        return redirect("incubation:call_edit", b=b)
    had = {"criteria": batches.criteria(batch), "conditions": batches.rules_of(batch)}
    if request.method == "POST":
        form = sound(CallForm(request.POST, batch=batch, call=newest, **had))
        actions.write_call(batch=batch, call=newest, version=form.cleaned_data["version"] or 0, wording=form.facts(),
                           criteria=form.rubric(), conditions=form.stated(), **_who(request))  # fmt: skip
        return redirect("incubation:call_edit", b=b)
    form = CallForm(batch=batch, call=newest, **had)
    return render(request, "incubation/call/wording.html", {"form": form, "batch": batch})


@needs(P.CALL_APPROVE)
@require_POST
def call_back(request: HttpRequest, b: UUID) -> HttpResponse:
    """The bureau sends a draft back with its reason."""
    call = batches.newest_call(found(request, P.CALL_APPROVE, b))
    if call is None:
        raise Http404
    calls.send_call_back(call=call, reason=request.POST.get("reason", "")[:500], **_who(request))
    return redirect("incubation:call_edit", b=b)
