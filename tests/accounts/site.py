"""A few faces to try the rights on: a page, a page nobody declared, an API."""

from django.http import HttpResponse
from django.urls import include, path
from ninja import NinjaAPI

from sanshe.core.accounts.enums import P
from sanshe.core.kit.access import Open, needs

api = NinjaAPI(urls_namespace="trial")


@api.get("/things/", url_name="things")
@needs(P.READ)
def things(request):
    return {"who": request.actor.name}


@api.post("/things/", url_name="things_write")
@needs(P.MANAGE)
def write(request):
    return {"written": True}


@api.get("/nothing/")
def nothing(request):
    return {}


@needs(Open.CLOSED)
def closed(request):
    return HttpResponse("closed")


def undeclared(request):
    return HttpResponse("undeclared")


urlpatterns = [
    path("api/", api.urls),
    path("closed/", closed),
    path("undeclared/", undeclared),
    path("", include("sanshe.config.urls")),
]
