"""What is handed out to be downloaded."""

from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from sanshe.core.files.enums import Format
from sanshe.core.files.types import MEDIA

TYPES = {one: MEDIA.get(one.value, "text/csv; charset=utf-8") for one in Format}


def named(answer: HttpResponseBase, name: str, fmt: Format) -> HttpResponseBase:
    """An answer to download, under a Chinese name (RFC 5987)."""
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{fmt}")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
