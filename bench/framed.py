"""The product with one page more: signed in, with an empty body. What that page costs is what every page pays."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from sanshe.config.wsgi import application, stage  # noqa: F401 - what is served
from sanshe.core.kit.access import Open, needs


@needs(Open.STAFF)
def empty(request: HttpRequest) -> HttpResponse:
    """Session, actor, menu, numbers, messages, frame: and nothing in it."""
    return render(request, "ui/desk.html")


urlpatterns = [path("bench/frame/", empty), path("", include("sanshe.config.urls"))]
settings.ROOT_URLCONF = __name__
