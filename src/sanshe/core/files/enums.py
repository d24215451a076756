"""Codes of files."""

from enum import StrEnum


class Kind(StrEnum):
    """What may be kept. The value is the ending of the name it is handed out under."""

    JPEG = "jpg"
    PNG = "png"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ZIP = "zip"  # only what the house packed itself; nobody hands one in


class R(StrEnum):
    """Refusals."""

    NO_FILE = "files.no_file"
    EMPTY = "files.empty"
    TOO_LARGE = "files.too_large"
    TOO_MANY_PIXELS = "files.too_many_pixels"
    NOT_ALLOWED = "files.not_allowed"
    NOT_READABLE = "files.not_readable"
    UNPACKS_TOO_LARGE = "files.unpacks_too_large"
    HIDDEN = "files.hidden_content"
    ACTIVE_CONTENT = "files.active_content"
    EXTERNAL = "files.external_content"
    TOO_HARD = "files.too_hard"
    TOO_MANY = "files.too_many"
    PURGED = "files.purged_meanwhile"


class E(StrEnum):
    """Events."""

    ATTACHED = "files.attached"
    PURGED = "files.purged"


class Format(StrEnum):
    """What a ledger or a paper is handed out as."""

    XLSX = "xlsx"
    CSV = "csv"
    DOCX = "docx"
    PDF = "pdf"
