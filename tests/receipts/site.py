"""A few faces to try the middleware on."""

import errno

from django.db import DataError, OperationalError
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import path

from sanshe.core.jobs.actions import beat
from sanshe.core.jobs.models import Beat
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts.actions import outlive
from sanshe.core.receipts.enums import R
from sanshe.core.receipts.rules import without_receipt


def write(request):
    """Writes a row named by the form, then ends as the form says."""
    beat(name=f"{request.POST['name']} {Beat.objects.count()}", real=request.received_at)
    how = request.POST.get("how", "")
    if "outlived" in how:
        outlive(lambda: beat(name="tried", real=request.received_at))
        how = how.removesuffix("outlived").removesuffix(" and ")
    if how == "refused":
        raise Refused(R.OTHER_CONTENT)
    if how in FAULTS:
        raise FAULTS[how]
    return ANSWERS.get(how, lambda: redirect(f"/done/{Beat.objects.count()}/"))()


FAULTS = {
    "locked": OperationalError("database is locked"),
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "unfit": DataError("value too long for type character varying(20)"),
    "broken": OperationalError("no such table: x"),
}
ANSWERS = {
    "told": lambda: HttpResponse("wrong", status=422),
    "invalid": lambda: HttpResponse("wrong", status=422),
    "stream": lambda: StreamingHttpResponse(iter([b"a", b"b"])),
    "large": lambda: HttpResponse(b"x" * 70_000),
    "json": lambda: JsonResponse({"n": Beat.objects.count()}),
}


def read(request):
    if "locked" in request.GET:
        raise FAULTS["locked"]
    return HttpResponse(request.received_at.isoformat())


@without_receipt
def free(request):
    return HttpResponse("free")


urlpatterns = [path("write/", write), path("other/", write), path("read/", read), path("free/", free)]
handler500 = "sanshe.core.receipts.views.failed"
