"""What may be read as a sheet, and how bytes become text. Pure."""

from collections.abc import Sequence

from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Area, Table
from sanshe.core.kit.refused import Refused

MOST_BYTES = 30 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_MEMBERS = 2_000
MOST_COLUMNS = 200
MOST_CELLS = 4_000_000  # of all tables of a file
MOST_MERGED = 50_000  # areas of a table

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ACTIVE = ("vbaproject.bin", "/activex/", "/embeddings/", "externallink")


def refusal_of_members(members: Sequence[tuple[str, int, bool]]) -> R | None:
    """Of a zip's (name, unpacked size, encrypted) entries: no workbook, a password, too much, climbing out."""
    names = {name for name, _size, _locked in members}
    if any(locked for _name, _size, locked in members):
        return R.ENCRYPTED
    if len(members) > MOST_MEMBERS or sum(size for _name, size, _locked in members) > MOST_UNPACKED:
        return R.UNPACKS_TOO_LARGE
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        return R.NOT_A_SHEET
    bad = any(".." in name.split("/") or name.startswith("/") or "\\" in name for name in names)
    return R.NOT_A_SHEET if bad else None


def refusal_of_cells(tables: Sequence[Table]) -> R | None:
    """More in all tables together than is taken into memory."""
    many = sum(len(row) for table in tables for row in table.rows)
    return R.TOO_HARD if many > MOST_CELLS else None


def refusal_of_merged(merged: Sequence[Area], rows: int) -> R | None:
    """Merged areas that lie upon one another: no program writes them, and each would be filled again and again."""
    heights = sum(min(bottom, rows) - top for top, _left, bottom, _right in merged if top < rows)
    return R.TOO_HARD if len(merged) > MOST_MERGED or heights > rows * MOST_COLUMNS else None


def is_external(name: str) -> bool:
    """Parts of a workbook that reach outside it or run: they are never opened, and their presence is noted."""
    return any(word in name.lower() for word in _ACTIVE)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a CSV and its encoding: by its byte order mark, else UTF-8 strictly, else GB18030 (GBK in it)."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if b"\x00" in data:
        raise Refused(R.HAS_NUL)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strict(data, "gb18030"), "gb18030"


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Refused(R.NOT_TEXT) from fault
    if "\x00" in text:
        raise Refused(R.HAS_NUL)
    return text
