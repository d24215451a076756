"""The lone pages: not now, and asked wrongly. They read no row, for the database may be what is missing."""

import logging
import sys
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template import loader

from sanshe.core.kit import ids
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.asked import whole
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts import adapters, phrases, rules
from sanshe.core.receipts.enums import Fault, R, Trouble
from sanshe.core.ui import queries as ui
from sanshe.core.ui.adapters import sent_form
from sanshe.core.ui.enums import R as Typing
from sanshe.core.ui.rules import STATE
from sanshe.core.ui.types import Refilling
from sanshe.core.ui.views import drawn_again, lone

log = logging.getLogger("sanshe.receipts")


def wants_json(request: HttpRequest) -> bool:
    """True for programs, and for scripts of our pages that ask for JSON."""
    asked = (request.headers.get("Accept", ""), request.content_type or "")
    return is_api(request) or (any("json" in text for text in asked) and "text/html" not in asked[0])


def is_api(request: HttpRequest) -> bool:
    """True for addresses of programs: there every answer is JSON."""
    return request.path.startswith(rules.API)


def fault(status: int, code: Fault | None = None, **facts: str) -> JsonResponse:
    """What a program is told where no app has a sentence of its own."""
    code = code or rules.fault_of(status)
    return JsonResponse({"code": code, "detail": str(phrases.FAULTS[code]).format(**facts)}, status=status)


def reworded(answer: HttpResponseBase) -> HttpResponseBase:
    """A fault told in HTML by some layer, as JSON; its other headers (Allow, Retry-After) stay."""
    return _in_place_of(answer, fault(answer.status_code, where="—", most=str(rules.MOST_MB)))


def dressed(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """A page for a fault that some layer told without a word, as the library does for a wrong method (405)."""
    is_bare = answer.status_code >= 400 and isinstance(answer, HttpResponse) and not answer.content
    return _in_place_of(answer, lone(request, answer.status_code)) if is_bare else answer


def _in_place_of(answer: HttpResponseBase, told: HttpResponse) -> HttpResponse:
    for name, value in answer.headers.items():
        if name not in ("Content-Type", "Content-Length"):
            told[name] = value
    return told


def not_now(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """503 with Retry-After, a signed time of receipt, and the same form again with what was typed."""
    log.warning("%s %s answered 503: %s", request.method, request.path, trouble)
    signed = "" if request.method in ("GET", "HEAD", "OPTIONS") else receipt_time(request)
    if wants_json(request):
        answer: HttpResponse = JsonResponse({"code": trouble, "detail": str(phrases.TROUBLES[trouble])}, status=503)
    else:
        answer = HttpResponse(_page(request, trouble, signed), status=503)
    answer["Retry-After"] = str(rules.RETRY_SECONDS)
    answer["Cache-Control"] = "no-store"
    if signed:
        answer["X-Received"] = signed
    return answer


def receipt_time(request: HttpRequest) -> str:
    """The signed time by which this very write, repeated unchanged, counts from now; empty for one without an id."""
    found, at = asked_id(request), getattr(request, "received_at", None)
    if found is None or not isinstance(at, datetime):
        return ""
    return adapters.sign_received(str(found), request.path[:300], adapters.digest_of(request), at)


def asked_id(request: HttpRequest) -> UUID | None:
    """The request id a client sent, in a header or in the form."""
    headers = request.headers.get("Idempotency-Key") or request.headers.get("X-Request-Id")
    return rules.request_id(headers or request.POST.get("_request_id"))


def _page(request: HttpRequest, trouble: Trouble, signed: str) -> str:
    is_write = bool(signed)
    tries = (whole(request.POST.get("_tries")) or 0) if is_write else 0
    hidden = [
        (name, value)
        for name, values in (request.POST.lists() if is_write else ())
        if name not in ("_received", "_tries") and "password" not in name
        for value in values
    ]
    return loader.render_to_string(
        "receipts/not_now.html",
        {
            "sentence": phrases.TROUBLES[trouble],
            "fields": [*hidden, ("_received", signed), ("_tries", str(tries + 1))] if is_write else [],
            "action": request.get_full_path(),
            "is_write": is_write,
            "script": adapters.script_url(),
            "had_files": bool(request.FILES) if is_write else False,
            "again": rules.RETRY_SECONDS if tries < 3 and trouble != Trouble.FULL else None,
        },
    )


def asked_wrongly(request: HttpRequest) -> HttpResponse:
    """400: a write without a request id."""
    sentence = phrases.SENTENCES[R.NO_ID]
    if wants_json(request):
        return JsonResponse({"code": R.NO_ID, "detail": str(sentence)}, status=400)
    facts = again(request, [*typed(request, "csrfmiddlewaretoken"), ("_request_id", str(ids.new()))])
    return HttpResponse(
        loader.render_to_string("receipts/not_now.html", {"sentence": phrases.NO_ID, **facts}), status=400
    )


def typed(request: HttpRequest, *also: str) -> list[tuple[str, str]]:
    """What was typed into a form, without secrets and marks; nothing where the form cannot be read."""
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # noqa: BLE001 - a page that tells of a fault must not fail on the same fault
        return []
    marks = rules.NOT_CONTENT.difference(also)
    return [(name, value) for name, value in fields if name not in marks and not rules.is_secret(name)]


def again(request: HttpRequest, fields: list[tuple[str, str]]) -> dict[str, Any]:
    """What `not_now.html` needs to offer the same form again, to be sent by hand."""
    is_write = request.method == "POST" and any(name not in rules.NOT_CONTENT for name, _ in fields)
    return {
        "fields": fields,
        "is_write": is_write,
        "had_files": is_write and bool(request.FILES),
        "action": request.get_full_path(),
    }


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: 403. Mostly somebody signed in again in another tab, and what they typed comes back to be sent
    again. Only to who sent it from a page of ours without a secret: else another site could have us word its form as
    one of ours, and a single click would send it."""
    if wants_json(request):
        return fault(403, Fault.FORGED)
    fields = typed(request, "_request_id")
    is_ours, had_secret = adapters.is_from_here(request), any(map(rules.is_secret, request.POST))
    sentence = phrases.FILL_AGAIN if had_secret else phrases.SIGNED_IN_AGAIN
    facts = {
        **again(request, fields),
        "sentence": sentence if is_ours else phrases.NOT_FROM_HERE,
        "shown": [value for name, value in fields if value.strip() and name not in rules.NOT_CONTENT],
        "may_send": is_ours and not had_secret,
        "had_secret": had_secret,
        "back": adapters.page_behind(request),
    }
    return render(request, "receipts/forged.html", facts, status=403)


def already_received(request: HttpRequest) -> HttpResponse:
    """A repetition whose first answer was too large to keep."""
    if is_api(request):
        return JsonResponse({"detail": str(phrases.ALREADY)})
    return HttpResponse(loader.render_to_string("receipts/lone.html", {"sentence": phrases.ALREADY}))


@needs(Open.PUBLIC)
def failed(request: HttpRequest) -> HttpResponse:
    """handler500: passing troubles of the layers around the views (sessions, the actor) answer 503 like all others."""
    fault = sys.exc_info()[1]
    trouble = adapters.trouble_in(fault) if fault else None
    if trouble:
        return not_now(request, trouble)
    facts = again(request, typed(request, "csrfmiddlewaretoken", "_request_id"))
    if facts["is_write"]:
        page = loader.render_to_string("receipts/not_now.html", {"sentence": phrases.FAILED_WRITE, **facts})
    else:
        page = loader.render_to_string("receipts/lone.html", {"sentence": phrases.FAILED})
    return HttpResponse(page, status=500)


@needs(Open.PUBLIC)
def unreadable(request: HttpRequest, exception: BaseException | None = None) -> HttpResponse:
    """handler400: a session that the database was no longer there to keep is a passing trouble too, which the library
    tells as a session that somebody ended."""
    behind = exception
    while behind is not None:
        if trouble := adapters.trouble_in(behind):
            return not_now(request, trouble)
        behind = behind.__context__
    if isinstance(exception, RequestDataTooBig):
        return not_whole(request, 413, rules.MOST_TEXT_MB)
    return lone(request, 400)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """An act that may not be done, in the words of the app it belongs to: the form's own page again, with all that was
    typed. A page of its own only to who sent no form of a page."""
    sentence = ui.say(refusal.code, refusal.facts)
    if wants_json(request):
        return JsonResponse({"code": refusal.code, "detail": sentence}, status=409)
    is_form = request.method == "POST"
    answer = (_again_in_page(request, refusal) if is_form else None) or _alone(request, refusal, sentence)
    if wait := refusal.facts.get("wait"):
        answer["Retry-After"] = str(int(wait.total_seconds()))
    return answer


def _again_in_page(request: HttpRequest, refusal: Refused) -> HttpResponse | None:
    more = Refilling(_waiting(request, refusal), ui.is_newer(refusal), _shown(request))
    try:
        return drawn_again(request, sent_form(request, rules.is_secret), refusal, more)
    except Exception:
        log.exception("the page of a refused form could not be drawn")
        return None


def _waiting(request: HttpRequest, refusal: Refused) -> dict[str, str]:
    """Who is told to wait counts from now: the form goes out again under its id, with its signed time of receipt."""
    if "wait" not in refusal.facts or (asked := asked_id(request)) is None:
        return {}
    return {"_request_id": str(asked), "_received": receipt_time(request)}


def _alone(request: HttpRequest, refusal: Refused, sentence: str) -> HttpResponse:
    status = 429 if "wait" in refusal.facts else 422 if "said" in refusal.facts else 409
    return lone(request, status, sentence=sentence, shown=_shown(request))


def _shown(request: HttpRequest) -> list[str]:
    """What somebody may want to copy: words, and no keys, codes and ticks, nor what the page itself hid."""
    return [value for name, value in typed(request) if name not in STATE and rules.is_written(value)]


def unfit(request: HttpRequest) -> HttpResponse:
    """400: what its place does not hold, such as a text that no form of ours lets through."""
    if wants_json(request):
        return fault(400)
    return _again_in_page(request, Refused(Typing.UNFIT)) or lone(request, 400, shown=_shown(request))


def not_whole(request: HttpRequest, status: int, most: int = rules.MOST_MB) -> HttpResponse:
    """408 or 413: the body came too slowly or is too large, and nothing of it was read."""
    if is_api(request):
        return fault(status, most=str(most))
    sentence = str(phrases.FAULTS[rules.fault_of(status)]).format(most=most)
    return lone(request, status, sentence=sentence)
