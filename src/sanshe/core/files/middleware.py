"""`Checked`: what comes in by a face that takes files is looked at before its write begins, in a checker."""

from collections.abc import Callable
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from sanshe.core.files import queries, rules
from sanshe.core.files.adapters import checkers
from sanshe.core.files.types import Asked, Upload
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.receipts.middleware import SAFE
from sanshe.core.receipts.rules import AHEAD, RECEIVED
from sanshe.core.receipts.views import refused

View = Callable[..., HttpResponseBase]
FOUND = "sanshe.files"  # in the environment of a request: what was found in its files
IN_MEMORY = 256 * 1024


class Checked:
    """Behind `Acting`, which says who may, and before receipts, whose transaction nobody else's write gets past."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with checkers.knowing(request.META.setdefault(FOUND, {})):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase | None:
        takes = getattr(view, "takes_files", None)
        if takes is None or request.method in SAFE:
            return None
        if request.META[FOUND]:  # it was looked at ahead
            _settle(request)
            return None
        asked = [one for one in takes(request, **kwargs) if one.size <= one.check.most]
        return self._look(request, asked) if asked else None

    def _look(self, request: HttpRequest, asked: list[Asked]) -> HttpResponseBase | None:
        try:
            insist(rules.refusal_of_count(len(asked)), most=rules.MOST_FILES)
            queries.count_file(request)
        except Refused as refusal:
            return refused(request, refusal)
        ahead = request.META.get(AHEAD)
        if ahead is None:
            request.META[FOUND].update(_verdict(one, one.upload) for one in asked)
            _settle(request)
            return None
        ahead.append(_later(asked, request.received_at))
        return HttpResponse(status=204)  # nobody gets it: the request is asked again


def _settle(request: HttpRequest) -> None:
    if not any(isinstance(one, checkers.TooHard) for one in request.META[FOUND].values()):
        queries.forgive_file(request)


def _verdict(asked: Asked, file: Upload) -> tuple[checkers.Key, Any]:
    file.seek(0)
    data = file.read(asked.check.most + 1)
    file.seek(0)
    key = checkers.key_of(asked.check, data, *asked.facts)
    return key, checkers.verdict_of(asked.check, data, *asked.facts)


def _later(asked: list[Asked], at: datetime) -> Callable[[], dict[str, Any]]:
    """The work to be done without the thread, on copies: what the library holds of a request goes with its answer."""
    copies = [(one, _copy(one.upload)) for one in asked]

    def look() -> dict[str, Any]:
        found = dict(_verdict(one, copy) for one, copy in copies)
        for _one, copy in copies:
            copy.close()
        return {FOUND: found, RECEIVED: at}

    return look


def _copy(upload: Upload) -> Any:
    copy = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed when it was looked at
    upload.seek(0)
    while piece := upload.read(IN_MEMORY):
        copy.write(piece)
    return copy
