"""What patrol's faces share: the rows they are about, who acts, the form that answers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sanshe.core.kit.refused import Refused
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


def answered(
    request: HttpRequest, form: Any, act: Callable[[], Any], address: Callable[[Any], str], **facts: Any
) -> HttpResponse:
    """The form; when it was sent and is sound, the page of what was written, with a refusal at its field."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act()
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("存好了。"))
            return redirect(address(made))
    return render(request, "patrol/form.html", {"form": form, **facts}, status=422 if form.errors else 200)
