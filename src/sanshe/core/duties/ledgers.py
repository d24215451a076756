"""Duties of the floors below."""

from datetime import datetime

from django.urls import reverse

from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.papers import phrases
from sanshe.core.papers.enums import P
from sanshe.core.papers.queries import TEMPLATES, to_approve


def _text(line: Line, at: datetime) -> Said:
    code, version = line.facts[:2]
    blanks = {"title": TEMPLATES[code]["title"], "n": version}
    return Said(reverse("papers:template", args=[code]), blanks=blanks)


TEXTS = Source(
    "ledgers.templates",
    "文",
    phrases.TO_APPROVE,
    phrases.LOOK,
    Owner.HOLDER,
    P.TEMPLATES_APPROVE,
    to_approve,
    _text,
    scope="",
    place="",
    others="saved_by",
    facts=("code", "version"),
    label=phrases.TEXTS_TO_APPROVE,
)


def declare() -> None:
    """Called while the app is made ready."""
    SOURCES.add(TEXTS.code, TEXTS)
