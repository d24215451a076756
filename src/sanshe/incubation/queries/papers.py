"""The agreement as a paper: a template that is data, its blanks filled from the rows."""

from typing import Any

from sanshe.core.ledgers.queries import fill
from sanshe.core.ledgers.types import Doc
from sanshe.incubation.models import Agreement

CODE = "incubation.agreement"


def agreement_doc(row: Agreement) -> Doc:
    """The newest version of the template, with what was filled in when the paper was prepared."""
    term = f"{_day(row.term_from)}至{_day(row.term_to)}" if row.term_from else "自双方签字之日起"
    return fill(CODE, {**{key: str(value) for key, value in row.content.items()}, "number": row.number, "term": term})


def _day(day: Any) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
