"""Writes: a sheet read in, its columns matched, mended, taken over; its rows destroyed after their time."""

from sanshe.core.imports.actions.reading import match_columns, read_in
from sanshe.core.imports.actions.runs import apply_run, check_again, mend, skip

__all__ = ["apply_run", "check_again", "match_columns", "mend", "read_in", "skip"]
