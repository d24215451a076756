"""A paper as an answer to a browser."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from sanshe.core.files.adapters.answers import TYPES, named
from sanshe.core.files.enums import Format
from sanshe.core.papers.adapters import docx, pdf
from sanshe.core.papers.types import Doc


def paper(doc: Doc, fmt: Format | str, name: str = "") -> HttpResponseBase:
    """A paper as DOCX or PDF to download; its title is its name."""
    data = docx.render(doc) if fmt == Format.DOCX else pdf.render(doc)
    return named(HttpResponse(data, content_type=TYPES[Format(fmt)]), name or doc.title, Format(fmt))
