"""Writes: a sheet read in, mended, taken over; its rows destroyed after their time."""

from sanshe.core.imports.actions.runs import apply_run, check_again, mend, read_in, skip

__all__ = ["apply_run", "check_again", "mend", "read_in", "skip"]
