"""The language of a page: Chinese, unless this browser chose another with the switch. What a browser asks for by itself
is not heeded: in a hall with one computer it is the machine's language, not the person's."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


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
