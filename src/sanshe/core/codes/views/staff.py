"""The page of one code for staff: what it says, what was done with it, revoking and replacing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts.queries import person
from sanshe.core.audit.queries import history
from sanshe.core.codes import actions, phrases, queries
from sanshe.core.codes.enums import Change, P
from sanshe.core.kit.access import needs
from sanshe.core.ui.adapters import chosen, qr


def _found(request: HttpRequest, pk: UUID) -> Any:
    row = queries.code_for(request.actor, pk)
    if row is None:
        raise Http404
    return row


@needs(P.READ)
@require_safe
def code(request: HttpRequest, pk: UUID) -> HttpResponse:
    row, at = _found(request, pk), request.received_at
    answer, kind = queries.answer_of(row, at), queries.KINDS[row.kind]
    facts = {
        "row": row,
        "answer": answer,
        "word": phrases.STANDINGS[answer.standing],
        "pill": phrases.PILLS[answer.standing],
        "qr": qr(queries.address_of(row)),
        "path": queries.path_of(row),
        "back": kind.back(row.subject),
        "is_seconded": kind.is_seconded,
        "entries": history(queries.KIND, row.pk),
    }
    return render(request, "codes/code.html", {**facts, **_open_acts(request, row)})


def _open_acts(request: HttpRequest, row: Any) -> dict[str, Any]:
    """What this person may do with it now."""
    is_valid, is_own = row.state == "valid", row.asked_by == request.actor.id
    return {
        "may_ask": is_valid and not row.asked and queries.may_ask(request.actor, row),
        "may_decide": bool(row.asked) and not is_own and queries.may_decide(request.actor, row),
        "asked": phrases.CHANGES[row.asked] if row.asked else "",
        "asked_by": person(row.asked_by),
    }


@require_POST
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for it to be revoked or replaced, or do it where one person may."""
    row = _found(request, pk)
    if not queries.may_ask(request.actor, row):
        raise Http404
    what, reason = chosen(Change, request.POST.get("change", "")), request.POST.get("reason", "")
    actions.ask(code=row, what=what, reason=reason, by=request.actor, at=request.received_at)
    return redirect("codes:code", pk=pk)


ask.needs = queries.Changers()  # type: ignore[attr-defined]  # a function may carry a mark


@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The second person agrees or not."""
    row = _found(request, pk)
    if not queries.may_decide(request.actor, row):
        raise Http404
    who = {"code": row, "by": request.actor, "at": request.received_at}
    if request.POST.get("act") != "agree":
        actions.decline(**who)
        return redirect("codes:code", pk=pk)
    now = actions.agree(**who)
    if now.pk != pk:
        messages.success(request, _("换发好了。请重新打印，旧的一份收回。"))
    return redirect("codes:code", pk=now.pk)


decide.needs = queries.Changers()  # type: ignore[attr-defined]  # a function may carry a mark
