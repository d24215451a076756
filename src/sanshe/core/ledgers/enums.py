"""Codes of ledgers."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    TEMPLATES = "ledgers.templates"
    TEMPLATES_APPROVE = "ledgers.templates.approve"


class E(StrEnum):
    """Events."""

    EXPORTED = "ledgers.exported"
    TEMPLATE_SAVED = "ledgers.template_saved"
    TEMPLATE_APPROVED = "ledgers.template_approved"
    PAPER_MADE = "ledgers.paper_made"
    SET_ASKED = "ledgers.papers_asked"
    SET_MADE = "ledgers.papers_made"
    SET_CANCELLED = "ledgers.papers_cancelled"
    IMPORT_READ = "ledgers.import_read"
    IMPORT_MENDED = "ledgers.import_mended"
    IMPORTED = "ledgers.imported"


class R(StrEnum):
    """Refusals."""

    STALE = "ledgers.stale"
    UNKNOWN_BLANK = "ledgers.unknown_blank"
    EMPTY_BLANK = "ledgers.empty_blank"
    NOT_A_TREE = "ledgers.not_a_tree"
    NO_TEMPLATE = "ledgers.no_template"
    LIST_MISPLACED = "ledgers.list_misplaced"
    SAVED_BY_YOU = "ledgers.saved_by_you"
    NOT_WAITING = "ledgers.not_waiting"
    NOTHING_TO_MAKE = "ledgers.nothing_to_make"
    SET_IS_OVER = "ledgers.set_is_over"
    WHICH_DISTRICT = "ledgers.which_district"
    TOO_LONG_FOR_PAPER = "ledgers.too_long_for_paper"
    NOT_A_SHEET = "ledgers.not_a_sheet"
    EMPTY_SHEET = "ledgers.empty_sheet"
    TOO_MANY_ROWS = "ledgers.too_many_rows"
    TOO_MANY_COLUMNS = "ledgers.too_many_columns"
    TOO_LARGE = "ledgers.too_large"
    UNPACKS_TOO_LARGE = "ledgers.unpacks_too_large"
    ENCRYPTED = "ledgers.encrypted"
    UNSAFE_XML = "ledgers.unsafe_xml"
    HAS_NUL = "ledgers.has_nul"
    NOT_TEXT = "ledgers.not_text"
    MISSING_COLUMNS = "ledgers.missing_columns"
    DOUBLE_COLUMN = "ledgers.double_column"
    NOTHING_MEANT = "ledgers.nothing_meant"
    BAD_ROWS = "ledgers.bad_rows"
    NOTHING_TO_IMPORT = "ledgers.nothing_to_import"
    RUN_IS_OVER = "ledgers.run_is_over"
    ANSWERS_DIFFER = "ledgers.answers_differ"
    UNKNOWN_FILTER = "ledgers.unknown_filter"
    SPOILT_CURSOR = "ledgers.spoilt_cursor"


class Kind(StrEnum):
    """What a column holds, and so how it is set and written."""

    TEXT = "text"
    INT = "int"
    DATE = "date"
    DATETIME = "datetime"
    MONEY = "money"
    PILL = "pill"


class FilterKind(StrEnum):
    """How a list is narrowed."""

    CHOICE = "choice"
    TEXT = "text"
    DATES = "dates"
    AREA = "area"


class Format(StrEnum):
    """What a ledger or a paper is handed out as."""

    XLSX = "xlsx"
    CSV = "csv"
    DOCX = "docx"
    PDF = "pdf"


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
    """Where an import stands."""

    OPEN = "open"
    APPLIED = "applied"


FINAL_OF = {
    RowState.GOOD: RowState.APPLIED,
    RowState.DUPLICATE: RowState.MERGED,
    RowState.SKIP: RowState.SKIPPED,
    RowState.MEND: RowState.SKIPPED,
}
