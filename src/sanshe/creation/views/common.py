"""What creation's faces share: the rows they are about, who acts, how they answer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.kit.asked import key_of
from sanshe.creation.queries import applications, attestations, naming, schemes


def found(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


def scheme_of(request: HttpRequest, key: UUID, code: str) -> Any:
    return found(schemes.scheme(request.actor, key, code))


def application_of(request: HttpRequest, key: UUID) -> Any:
    return found(applications.application(request.actor, key))


def attestation_of(request: HttpRequest, key: UUID) -> Any:
    return found(attestations.attestation(request.actor, key))


def title_of(request: HttpRequest, key: UUID) -> Any:
    return found(naming.title(request.actor, key))


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def keys(request: HttpRequest, name: str) -> list[UUID]:
    """The rows that were ticked."""
    return [one for one in map(key_of, request.POST.getlist(name)) if one]


def back_to(request: HttpRequest, address: str, *args: Any) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect(reverse(address, args=args))
