"""What a device asks: to be registered, to hand in, what was received, what to work from."""

from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.field import actions, adapters, queries, rules
from sanshe.core.kit.access import Open, needs
from sanshe.core.ui.adapters import sent_json


@needs(Open.PUBLIC)
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the pages of the field on a device; its reach is the page's that registers it."""
    answer = HttpResponse(adapters.worker(), content_type="text/javascript; charset=utf-8")
    answer["Service-Worker-Allowed"] = "/"
    answer["Cache-Control"] = "no-cache"
    return answer


@needs(Open.STAFF)
@require_POST
def register(request: HttpRequest) -> HttpResponse:
    """This browser works for who is signed in."""
    said = _said(request)
    key, name = _key(said.get("device")), str(said.get("name", ""))
    device = actions.register(key=key, name=name, by=request.actor, at=request.received_at)
    return JsonResponse({"device": str(device.pk), "name": device.name, "at": request.received_at})


@needs(Open.STAFF)
@require_POST
def batch(request: HttpRequest) -> HttpResponse:
    """What was noted, each event with its answer. Also from who holds no term any more: what they send waits."""
    said = _said(request)
    events = said.get("events")
    if not isinstance(events, list):
        raise BadRequest
    sent = {"events": events, "sent_at": rules.sent_at(said.get("sent_at"))}
    answers = actions.receive(**sent, by=request.actor, at=request.received_at)
    return JsonResponse({"at": request.received_at, "answers": [adapters.told(one) for one in answers]})


@needs(Open.STAFF)
@require_safe
@never_cache
def receipts(request: HttpRequest) -> HttpResponse:
    """What the house has of a device, to be compared with what the device believes."""
    device = _device(request)
    after = request.GET.get("after", "0")
    answers = queries.receipts(device, int(after) if after.isdecimal() and len(after) < 10 else 0)
    count = queries.count_of(device)
    said = {"received": count.received, "waiting": count.waiting, "last": count.last, "missing": count.missing}
    return JsonResponse({"at": request.received_at, **said, "answers": [adapters.told(one) for one in answers]})


@needs(Open.STAFF)
@require_safe
@never_cache
def pull(request: HttpRequest, kind: str) -> HttpResponse:
    """All that a device works from. A revoked one is told to forget what it had."""
    device, found = _device(request), queries.FIELDS.get(kind)
    if found is None or not request.actor.may(found.needs):
        raise Http404
    if device.revoked_at:
        return JsonResponse({"at": request.received_at, "revoked": True})
    return JsonResponse({"at": request.received_at, "list": found.pull(request.actor, request.received_at)})


def _said(request: HttpRequest) -> dict[str, Any]:
    try:
        return sent_json(request)
    except ValueError:
        raise BadRequest from None


def _key(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        raise BadRequest from None


def _device(request: HttpRequest) -> Any:
    device = queries.own_device(request.actor, _key(request.GET.get("device")))
    if device is None:
        raise Http404
    return device
