"""Sheets are read in a checker; what comes back is the text of their tables."""

from sanshe.core.files.adapters import checkers
from sanshe.core.files.types import Check
from sanshe.core.imports import rules
from sanshe.core.imports.adapters import sheet_in
from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Book

SHEET = Check(sheet_in.book, Book, R, rules.MOST_BYTES, R.TOO_LARGE, R.TOO_HARD, seconds=40)


def book(data: bytes, most_rows: int = 20_000) -> Book:
    """All tables of a file as text; raises `Refused` with a code of imports."""
    return checkers.ask(SHEET, data, most_rows)
