"""The language of a page: Chinese, unless this browser chose another with the switch. What a browser asks for by itself
is not heeded: in a hall with one computer it is the machine's language, not the person's. And the short way of a
followed part that did not change."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import translation

from sanshe.core.ui.adapters import read_tag
from sanshe.core.ui.queries import VERSIONS


class Language:
    """Read the choice kept in the cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = {code for code, _name in settings.LANGUAGES}
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()
            answer = self.get_response(request)
            answer.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return answer


class Unchanged:
    """Behind the session and before everything else: 304 for a part that is as this session saw it a moment ago.

    Two queries, session and version. Who may see it was asked when it was shown, and is asked again twice a minute.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and request.headers.get("X-Part") and self._is_unchanged(request):
            return HttpResponseNotModified()
        return self.get_response(request)

    def _is_unchanged(self, request: HttpRequest) -> bool:
        seen = read_tag(request, request.headers.get("If-None-Match", ""))
        return seen is not None and seen.kind in VERSIONS and VERSIONS[seen.kind](seen.subject) == seen.version
