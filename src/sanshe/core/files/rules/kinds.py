"""What a file is, by its bytes, and how large it may be. Pure."""

from sanshe.core.files.enums import Kind, R

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_FILES = 10  # of one request

_PNG = b"\x89PNG\r\n\x1a\n"


def megabytes(size: int) -> int:
    """A size as sentences say it, rounded up."""
    return -(-size // 1_048_576)


def refusal_of_size(size: int) -> R | None:
    """Nothing, or more than 20 MB."""
    if size == 0:
        return R.EMPTY
    return R.TOO_LARGE if size > MOST_BYTES else None


def refusal_of_count(count: int) -> R | None:
    """More files at once than are looked through for one request."""
    return R.TOO_MANY if count > MOST_FILES else None


def kind_by_magic(data: bytes, members: frozenset[str] = frozenset()) -> Kind | None:
    """What the first bytes (and, of a zip, the names inside) say; the file's own name is never asked."""
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(_PNG):
        return Kind.PNG
    if data.startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(b"PK\x03\x04") and "[Content_Types].xml" in members:
        if "word/document.xml" in members:
            return Kind.DOCX
        return Kind.XLSX if "xl/workbook.xml" in members else None
    return None


def refusal_of_pixels(width: int, height: int) -> R | None:
    """More than 40 million pixels would not be decoded but blow up."""
    return R.TOO_MANY_PIXELS if width * height > MOST_PIXELS else None
