"""Hand out an attachment: always as a download, never to be run. And which faces take files in."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from sanshe.core.files import queries
from sanshe.core.files.adapters.looks import EVIDENCE
from sanshe.core.files.enums import Kind
from sanshe.core.files.types import MEDIA, Asked
from sanshe.core.kit.access import Open, needs

Face = TypeVar("Face", bound=Callable[..., object])


def takes_files(asked: Callable[..., list[Asked]]) -> Callable[[Face], Face]:
    """Declare on a face that files come in by it: they are looked at before its write begins (`middleware.Checked`).

    `asked(request, **blanks of the address)` says what is asked of which file; nothing where this person may send none.
    """

    def declare(face: Face) -> Face:
        face.takes_files = asked  # type: ignore[attr-defined]  # a function may carry a mark
        return face

    return declare


def evidence(request: HttpRequest, **_blanks: Any) -> list[Asked]:
    """Every file of a form, as evidence."""
    return [Asked(EVIDENCE, one, one.size or 0) for _name, found in request.FILES.lists() for one in found]


@needs(Open.ANY_USER)
@require_safe
def attachment(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """The subject's app decides who may; everybody else gets what a missing file gets."""
    found = queries.readable(request.actor, attachment_id)
    data = queries.content(found) if found else None
    if found is None or data is None:
        raise Http404
    answer = HttpResponse(data, content_type=MEDIA[Kind(found.file.kind)])
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer
