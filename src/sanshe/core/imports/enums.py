"""Codes of imports."""

from enum import StrEnum


class E(StrEnum):
    """Events."""

    IMPORT_READ = "imports.import_read"
    COLUMNS_MATCHED = "imports.columns_matched"
    IMPORT_MENDED = "imports.import_mended"
    IMPORTED = "imports.imported"


class R(StrEnum):
    """Refusals."""

    STALE = "imports.stale"
    NOT_A_SHEET = "imports.not_a_sheet"
    EMPTY_SHEET = "imports.empty_sheet"
    TOO_MANY_ROWS = "imports.too_many_rows"
    TOO_MANY_COLUMNS = "imports.too_many_columns"
    TOO_LARGE = "imports.too_large"
    UNPACKS_TOO_LARGE = "imports.unpacks_too_large"
    TOO_HARD = "imports.too_hard"
    ENCRYPTED = "imports.encrypted"
    UNSAFE_XML = "imports.unsafe_xml"
    HAS_NUL = "imports.has_nul"
    NOT_TEXT = "imports.not_text"
    MISSING_COLUMNS = "imports.missing_columns"
    DOUBLE_COLUMN = "imports.double_column"
    TWO_COLUMNS = "imports.two_columns"
    NO_COLUMNS_YET = "imports.no_columns_yet"
    NOTHING_MEANT = "imports.nothing_meant"
    BAD_ROWS = "imports.bad_rows"
    NOTHING_TO_IMPORT = "imports.nothing_to_import"
    RUN_IS_OVER = "imports.run_is_over"
    ANSWERS_DIFFER = "imports.answers_differ"


class RowState(StrEnum):
    """Where a row of an import stands. MEND: has faults; SKIP: left out by choice; the last three are final."""

    GOOD = "good"
    MEND = "mend"
    SKIP = "skip"
    DUPLICATE = "duplicate"
    APPLIED = "applied"
    MERGED = "merged"
    SKIPPED = "skipped"


class RunState(StrEnum):
    """Where an import stands. COLUMNS: nobody has said yet which column is which."""

    COLUMNS = "columns"
    OPEN = "open"
    APPLIED = "applied"


FINAL_OF = {
    RowState.GOOD: RowState.APPLIED,
    RowState.DUPLICATE: RowState.MERGED,
    RowState.SKIP: RowState.SKIPPED,
    RowState.MEND: RowState.SKIPPED,
}
