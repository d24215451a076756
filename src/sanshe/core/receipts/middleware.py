"""`Arrival` reads the clocks once and turns passing troubles into 503; `OnceOnly` does each write once; `ForPrograms`
says in JSON what went wrong."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from sanshe.core.kit import clock
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts import actions, adapters, rules, views
from sanshe.core.receipts.types import Answer, Ticket

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
View = Callable[..., HttpResponseBase]


class ForPrograms:
    """Around all others: to who asked for JSON a fault is JSON, whichever layer told it."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if answer.get("Content-Type", "").startswith("application/json") or not views.wants_json(request):
            return answer
        is_told_again = rules.is_reworded(answer.status_code, views.is_api(request))
        return views.reworded(answer) if is_told_again else answer


class Arrival:
    """First of all: the time at which the request reached us, read once."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if status := request.META.get(rules.UNREAD):
            return views.not_whole(request, status)
        try:
            clock.refresh()
        except Exception as fault:  # noqa: BLE001 - sorted below; what is no passing trouble goes on
            return _answer_to(request, fault)
        finally:
            request.received_at = request.META.get(rules.RECEIVED) or clock.now()
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A view's passing trouble, or a refusal it did not word itself."""
        return _worded(request, fault)


class OnceOnly:
    """Last before the view: a write and its receipt stand or fall together, and a repetition gets the first answer."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return views.dressed(request, self.get_response(request))

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase | None:
        """Runs the view itself, so that the transaction closes before anything is answered."""
        if adapters.holds_null(request):
            raise BadRequest
        if request.method in SAFE:
            return None
        if request.method != "POST" and not views.is_api(request):
            return HttpResponseNotAllowed((*SAFE[:2], "POST"))  # a library's pages would take a PUT for a post
        adapters.make_plain(request)
        if _is_exempt(view):
            request.received_at = _honoured(request) or request.received_at
            return None
        if (asked := views.asked_id(request)) is None:
            return views.asked_wrongly(request)
        try:
            return _once(
                request,
                Ticket(asked, _who(request), request.path[:300], adapters.digest_of(request)),
                view,
                args,
                kwargs,
            )
        except Exception as fault:  # noqa: BLE001 - sorted below; what is no passing trouble goes on
            return _answer_to(request, fault)


def _once(request: HttpRequest, ticket: Ticket, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    request.received_at = _honoured(request) or request.received_at
    given: list[HttpResponseBase] = []

    def act() -> Answer:
        adapters.before_write(request, view, kwargs.values())
        given.append(_rendered(view(request, *args, **kwargs)))
        return _kept(given[0])

    adapters.forget_warnings()
    answer = actions.remember(ticket=ticket, at=request.received_at, act=act)
    adapters.insist_on_commit()
    return given[0] if given else _repeated(request, answer)


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    """Templates that render late read rows: they must do it inside the transaction."""
    return response.render() if hasattr(response, "render") and callable(response.render) else response


def _kept(response: HttpResponseBase) -> Answer:
    headers = {name: response[name] for name in rules.KEPT_HEADERS if response.has_header(name)}
    body = bytes(response.content) if isinstance(response, HttpResponse) else None
    return Answer(response.status_code, headers, body if body is not None and len(body) <= rules.KEPT_BODY else None)


def _repeated(request: HttpRequest, answer: Answer) -> HttpResponse:
    if answer.body is None:
        return views.already_received(request)
    response = HttpResponse(answer.body, status=answer.status, headers=answer.headers)
    response["X-Repeated"] = "1"
    return response


def _honoured(request: HttpRequest) -> datetime | None:
    """The time an earlier answer signed for this very write."""
    signed, asked = request.headers.get("X-Received") or request.POST.get("_received", ""), views.asked_id(request)
    if not signed or asked is None:
        return None
    return adapters.read_received(signed, str(asked), request.path[:300], adapters.digest_of(request))


def _who(request: HttpRequest) -> str:
    actor = getattr(request, "actor", None)
    if actor is not None and actor.id:
        return f"user:{actor.id}"
    session = getattr(request, "session", None)
    return f"session:{session.session_key or ''}" if session is not None else ""


def _is_exempt(view: View) -> bool:
    module = getattr(view, "__module__", "")
    return getattr(view, "without_receipt", False) or module.startswith(tuple(settings.WITHOUT_RECEIPT))


def _answer_to(request: HttpRequest, fault: Exception) -> HttpResponse:
    worded = _worded(request, fault)
    if worded is None:
        raise fault
    return worded


def _worded(request: HttpRequest, fault: Exception) -> HttpResponse | None:
    if isinstance(fault, Refused):
        return views.refused(request, fault)
    if isinstance(fault, DataError):
        return views.unfit(request)
    trouble = adapters.trouble_in(fault)
    return views.not_now(request, trouble) if trouble else None
