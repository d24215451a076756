"""Faces that take files, to try the middleware on."""

from django.db import connection
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from sanshe.core.files.adapters import checkers
from sanshe.core.files.types import Asked, Check
from sanshe.core.files.views import takes_files
from sanshe.core.jobs.actions import beat
from sanshe.core.kit.access import Open, needs
from tests.files import looks
from tests.files.looks import Code, Said

WAIT = Check(looks.wait, Said, Code, 1 << 20, Code.LARGE, Code.HARD)
FAIL = Check(looks.fail, Said, Code, 1 << 20, Code.LARGE, Code.HARD)
SIZE = Check(looks.size, Said, Code, 1 << 20, Code.LARGE, Code.HARD)
REFUSE = Check(looks.refuse, Said, Code, 1 << 20, Code.LARGE, Code.HARD)
CHECKS = {"wait": WAIT, "fail": FAIL, "size": SIZE, "refuse": REFUSE}


def asked(request, what):
    if "stranger" in request.POST:
        return []
    facts = (what,) if what == "size" else ()
    return [Asked(CHECKS[what], one, one.size, facts) for one in request.FILES.values()]


def _take(request, what):
    """Looks the files up, writes a row, and says what was found, when it came, and whether it was a write of one."""
    facts = (what,) if what == "size" else ()
    found = [checkers.ask(CHECKS[what], one.read(), *facts) for one in request.FILES.values()]
    beat(name=what, real=request.received_at)
    said = [f"{one.text} {one.number}" for one in found]
    return HttpResponse(f"{said} {request.received_at.isoformat()} {connection.in_atomic_block}")


@needs(Open.PUBLIC)
@require_POST
@takes_files(asked)
def take(request, what):
    return _take(request, what)


@needs(Open.PUBLIC)
@require_POST
def take_unseen(request, what):
    """The control: nobody looked before the write began."""
    return _take(request, what)


@needs(Open.STAFF)
@takes_files(asked)
def take_of_staff(request, what):
    return _take(request, what)


@needs(Open.PUBLIC)
@require_POST
def note(request):
    beat(name="noted", real=request.received_at)
    return HttpResponse("noted")


urlpatterns = [
    path("take/<str:what>/", take),
    path("unseen/<str:what>/", take_unseen),
    path("staff/<str:what>/", take_of_staff),
    path("note/", note),
]
handler500 = "sanshe.core.receipts.views.failed"
