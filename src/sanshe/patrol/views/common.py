"""What patrol's faces share: the rows they are about, who acts, the form that answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sanshe.patrol.queries import season as queries


def programme_of(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.programme(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def round_of(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.round_of(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def kept(request: HttpRequest, address: str) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect(address)


def asked(request: HttpRequest, form: Any, **facts: Any) -> HttpResponse:
    kind = "multipart/form-data" if form.is_multipart() else "application/x-www-form-urlencoded"
    return render(request, "patrol/form.html", {"form": form, "enctype": kind, **facts})
