"""Files as answers to a browser: a ledger streamed, a paper whole, under a Chinese name (RFC 5987)."""

import tempfile
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from sanshe.core.files.types import MEDIA
from sanshe.core.ledgers.adapters import csv, docx, pdf, xlsx
from sanshe.core.ledgers.enums import Format
from sanshe.core.ledgers.types import Column, Doc

TYPES = {one: MEDIA.get(one.value, "text/csv; charset=utf-8") for one in Format}


def _named(answer: HttpResponseBase, name: str, fmt: Format) -> HttpResponseBase:
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{fmt}")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def paper(doc: Doc, fmt: Format | str, name: str = "") -> HttpResponseBase:
    """A paper as DOCX or PDF to download; its title is its name."""
    data = docx.render(doc) if fmt == Format.DOCX else pdf.render(doc)
    return _named(HttpResponse(data, content_type=TYPES[Format(fmt)]), name or doc.title, Format(fmt))


def sheet(
    columns: Sequence[Column], rows: Iterable[Sequence[Any]], fmt: Format | str, name: str, head: Sequence[str]
) -> HttpResponseBase:
    """Rows as CSV, streamed as they are read, or as XLSX, written to a file first; memory does not grow with them."""
    if fmt == Format.CSV:
        answer: HttpResponseBase = StreamingHttpResponse(
            csv.stream(columns, rows, head), content_type=TYPES[Format.CSV]
        )
        return _named(answer, name, Format.CSV)
    stream = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    xlsx.write(columns, rows, stream, head)
    stream.seek(0)
    return _named(FileResponse(stream, content_type=TYPES[Format.XLSX]), name, Format.XLSX)
