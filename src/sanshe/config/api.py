"""The API: every app's operations under one description (OpenAPI 3.1), and how they say no."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from sanshe import __version__
from sanshe.config.found import brought
from sanshe.core.accounts.adapters import operations_of
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts import views as receipts

TOKEN = {"type": "http", "scheme": "bearer", "description": "A token of `sanshe token`: it acts by one appointment."}


class Api(NinjaAPI):
    """Its description says what every operation asks for: the token, and codes of which one must be held."""

    def get_openapi_operation_id(self, operation: Any) -> str:
        return operation.url_name

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**given)
        schema["components"]["securitySchemes"] = {"token": TOKEN}
        asked = {one.url_name: one.view_func.needs for face in self.urls[0] for one in operations_of(face.callback)}
        for told in (one for methods in schema["paths"].values() for one in methods.values()):
            codes = asked[told["operationId"]]
            told["x-needs"] = list(codes)
            told["security"] = [] if Open.PUBLIC in codes else [{"token": []}]
        return schema


api = Api(
    title="三社 Sanshe",
    version=__version__,
    description="Acts by one appointment: `Authorization: Bearer …` with a token of `sanshe token`.",
    urls_namespace="api",
    docs_url=None,
)
for module in brought("api"):
    for place, router in getattr(module, "ROUTERS", {}).items():
        api.add_router(f"/{place}/", router)


@api.exception_handler(Refused)
def refused(request: HttpRequest, fault: Refused) -> HttpResponse:
    return receipts.refused(request, fault)


@api.exception_handler(Http404)
def missing(request: HttpRequest, fault: Http404) -> HttpResponse:
    return receipts.fault(404)


@api.exception_handler(HttpError)
def wrong(request: HttpRequest, fault: HttpError) -> HttpResponse:
    return receipts.fault(fault.status_code)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Which places are wrong, never what stood there."""
    places = dict.fromkeys(".".join(str(step) for step in one["loc"][1:]) or str(one["loc"][0]) for one in fault.errors)
    return receipts.fault(422, where="、".join(places))


def operations() -> list[dict[str, Any]]:
    """Every operation with its path, what it does, and the codes it asks for."""
    schema = api.get_openapi_schema()
    return [
        {"method": method.upper(), "path": path, "summary": told["summary"]}
        for path, methods in schema["paths"].items()
        for method, told in methods.items()
    ]


@needs(Open.STAFF)
def page(request: HttpRequest) -> HttpResponse:
    """The operations on a page of our own; the whole description is openapi.json."""
    return render(request, "ui/api.html", {"operations": operations()})
