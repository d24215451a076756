"""What may be read as a sheet, how bytes become text, and which column is which. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Field
from sanshe.core.kit.refused import Refused

MOST_BYTES = 30 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_MEMBERS = 2_000
MOST_COLUMNS = 200
LOOK_FOR_HEAD_IN = 10

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NOISE = re.compile(r"[\s　*＊:：()（）\[\]【】/／、,，.。_-]+")
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


def normalised(head: str) -> str:
    """A head as it is compared: full-width letters narrow, no spaces, brackets, stars or dashes, lower case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", head)).lower()


def match(header: Sequence[str], fields: Sequence[Field]) -> dict[str, int]:
    """Which column of the file holds which field; raises `Refused` for a field in two columns."""
    found: dict[str, int] = {}
    for place, head in enumerate(header):
        for field in fields:
            if normalised(head) in {normalised(str(name)) for name in (field.code, field.label, *field.aliases)}:
                if field.code in found:
                    raise Refused(R.DOUBLE_COLUMN, column=str(field.label))
                found[field.code] = place
    return found


def missing(found: dict[str, int], fields: Sequence[Field]) -> list[str]:
    """The labels of required fields without a column."""
    return [str(field.label) for field in fields if field.required and field.code not in found]


def find_head(rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> int:
    """The place of the head among the first ten rows: the one that names most fields; 0 when none does."""
    known = {normalised(str(name)) for field in fields for name in (field.code, field.label, *field.aliases)}
    hits = [sum(normalised(text) in known for text in row if text) for row in rows[:LOOK_FOR_HEAD_IN]]
    most = max(hits, default=0)
    return hits.index(most) if most else 0
