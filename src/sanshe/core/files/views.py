"""Hand out an attachment: always as a download, never to be run."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from sanshe.core.files import queries
from sanshe.core.files.enums import Kind
from sanshe.core.files.types import MEDIA
from sanshe.core.kit.access import Open, needs


@needs(Open.ANY_USER)
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
