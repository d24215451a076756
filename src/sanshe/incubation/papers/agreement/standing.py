"""The agreement as a paper: its blanks filled from the rows, its text the version it was prepared with."""

from typing import Any

from sanshe.core.kit import shanghai
from sanshe.core.papers.queries import fill
from sanshe.core.papers.types import Doc
from sanshe.incubation.models import Agreement

CODE = "incubation.agreement"
TEXT = "template"  # in an agreement's content: the version of the text


def agreement_doc(row: Agreement) -> Doc:
    """The text as it was when the paper was prepared, with what was filled in then."""
    return fill(CODE, agreement_values(row), version_of(row))


def version_of(row: Agreement) -> int | None:
    """The version of the text; None for those prepared before versions were noted."""
    return row.content.get(TEXT)


def agreement_values(row: Agreement) -> dict[str, Any]:
    term = "自双方签字之日起"
    if row.term_from and row.term_to:
        term = f"{shanghai.long(row.term_from)}至{shanghai.long(row.term_to)}"
    return {**{key: str(value) for key, value in row.content.items()}, "number": row.number, "term": term}
