"""A ledger as an answer to a browser, streamed."""

import tempfile
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from sanshe.core.files.adapters.answers import TYPES, named
from sanshe.core.files.enums import Format
from sanshe.core.ledgers.adapters import csv, xlsx
from sanshe.core.ledgers.types import Column


def sheet(
    columns: Sequence[Column], rows: Iterable[Sequence[Any]], fmt: Format | str, name: str, head: Sequence[str]
) -> HttpResponseBase:
    """Rows as CSV, streamed as they are read, or as XLSX, written to a file first; memory does not grow with them.

    The lines of `head` stand above the heads of an XLSX; a CSV begins with its heads, for programs read it too.
    """
    if fmt == Format.CSV:
        answer: HttpResponseBase = StreamingHttpResponse(csv.stream(columns, rows), content_type=TYPES[Format.CSV])
        return named(answer, name, Format.CSV)
    stream = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    xlsx.write(columns, rows, stream, head)
    stream.seek(0)
    return named(FileResponse(stream, content_type=TYPES[Format.XLSX]), name, Format.XLSX)
