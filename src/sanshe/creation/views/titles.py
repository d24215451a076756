"""A title: its page, its certificate, another term, another question, a revocation step by step."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.creation import actions
from sanshe.creation.enums import P
from sanshe.creation.pages import titles as pages
from sanshe.creation.queries import applications, naming
from sanshe.creation.queries import tips as tips_of
from sanshe.creation.views.common import found, title_of, who


@needs(P.READ, P.APPLY)
@require_safe
def title(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was given, until when, and what happened to it since."""
    row, actor = title_of(request, key), request.actor
    facts = pages.facts(row, request.received_at)
    decides = actor.may_at(P.DECIDE, row.area_path)
    facts |= {
        "is_holder": applications.may_apply(actor, row.application),
        "may_decide": decides,
        "may_approve": decides and facts["revocation"] and facts["revocation"].drafted_by != actor.id,
        "tips": tips_of.open_for(actor, row) if actor.may_at(P.TIP, row.area_path) else [],
    }
    return render(request, "creation/title.html", facts)


@needs(P.READ, P.APPLY)
@require_safe
def certificate(request: HttpRequest, key: UUID) -> HttpResponse:
    """The certificate, to be printed on one page."""
    row = title_of(request, key)
    return render(request, "creation/certificate.html", {"row": row, "paper": pages.certificate(row)})


def _shown(request: HttpRequest, row: Any) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect(reverse("creation:title", args=[row.pk]))


def _decided(request: HttpRequest, key: UUID) -> Any:
    row = title_of(request, key)
    return found(row if request.actor.may_at(P.DECIDE, row.area_path) else None)


def _held(request: HttpRequest, key: UUID) -> Any:
    row = title_of(request, key)
    return found(row if applications.may_apply(request.actor, row.application) else None)


@needs(P.APPLY, P.APPLY_STREET)
@require_POST
def renew(request: HttpRequest, key: UUID) -> HttpResponse:
    row = actions.renew(title=_held(request, key), **who(request))
    return redirect(reverse("creation:application", args=[row.pk]))


@needs(P.DECIDE)
@require_POST
def ask_again(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another question within the term; a tip that led to it is named."""
    row = _decided(request, key)
    tip = tips_of.tip(request.actor, request.POST.get("tip", ""))
    actions.ask_again(title=row, tip=tip, **who(request))
    return _shown(request, row)


@needs(P.DECIDE)
@require_POST
def tell(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _decided(request, key)
    actions.tell(title=row, ground=request.POST.get("ground", ""), **who(request))
    return _shown(request, row)


def _revocation(row: Any) -> Any:
    return found(naming.open_revocation(row))


@needs(P.APPLY, P.APPLY_STREET)
@require_POST
def hear(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the holder says to it."""
    row = _held(request, key)
    actions.hear(revocation=_revocation(row), said=request.POST.get("said", ""), **who(request))
    return _shown(request, row)


@needs(P.DECIDE)
@require_POST
def draft_revocation(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _decided(request, key)
    actions.draft_revocation(revocation=_revocation(row), **who(request))
    return _shown(request, row)


@needs(P.DECIDE)
@require_POST
def drop_revocation(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _decided(request, key)
    actions.drop_revocation(revocation=_revocation(row), **who(request))
    return _shown(request, row)


@needs(P.DECIDE)
@require_POST
def revoke(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _decided(request, key)
    actions.revoke(revocation=_revocation(row), **who(request))
    return _shown(request, row)
