"""Documents and sheets of office programs: a zip of parts in XML, each unpacked in pieces and thrown away."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sanshe.core.files.adapters import xml
from sanshe.core.files.enums import R
from sanshe.core.files.rules import office as rules
from sanshe.core.kit.refused import Refused, insist

PIECE = 1 << 16
_CODES = (
    "f",
    "formula",
    "formula1",
    "formula2",
    "definedName",
    "calculatedColumnFormula",
    "totalsRowFormula",
    "oldFormula",
)
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError)


def members(data: bytes) -> frozenset[str]:
    """The names of the parts of a zip; raises `Refused` where there is no list of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except _BROKEN as fault:
        raise Refused(R.NOT_READABLE) from fault


def look(data: bytes) -> None:
    """Raises `Refused` for macros, carried files, what reaches outside, and what unpacks too large: a zip's own list
    may lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            sizes = [(one.filename, one.compress_size, one.file_size) for one in listed]
            insist(rules.refusal_of_members(sizes, any(one.flag_bits & 1 for one in listed)))
            _look_at_parts(archive, listed)
    except etree.XMLSyntaxError as fault:
        raise Refused(R.NOT_READABLE) from fault
    except (*_BROKEN, RuntimeError) as fault:
        raise Refused(R.NOT_READABLE) from fault


def _look_at_parts(archive: zipfile.ZipFile, listed: list[zipfile.ZipInfo]) -> None:
    left = rules.MOST_UNPACKED
    for info in listed:
        reader = _reader_of(info.filename.lower())
        for number, piece in enumerate(_pieces(archive, info)):
            left -= len(piece)
            insist(R.UNPACKS_TOO_LARGE if left < 0 else None)
            insist(rules.refusal_of_part(piece) if number == 0 else None)
            if reader:
                reader.feed(piece)
        if reader and info.file_size:
            reader.close()


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as part:
        while piece := part.read(PIECE):
            yield piece


def _reader_of(name: str) -> Any:
    """What reads a part: relations, the list of types, texts with fields, sheets with formulas; of any other XML only
    that it is plain."""
    if name.endswith(".rels"):
        return xml.reader(_Relations())
    if name == "[content_types].xml":
        return xml.reader(_Types())
    if name.startswith("word/") and name.endswith(".xml"):
        return xml.reader(_Fields())
    if name.startswith("xl/") and name.endswith(".xml"):
        return xml.reader(_Formulas())
    return xml.reader(xml.Plain(R.EXTERNAL)) if name.endswith((".xml", ".vml")) else None


class _Relations(xml.Plain):
    """`_rels/*.rels`: what a part refers to."""

    def __init__(self) -> None:
        super().__init__(R.EXTERNAL)

    def start(self, _tag: str, said: Any) -> None:
        is_outside = said.get("TargetMode", "").lower() == "external"
        insist(rules.refusal_of_relation(said.get("Type", ""), said.get("Target", ""), is_outside))


class _Types(xml.Plain):
    """`[Content_Types].xml`: what each part says it is."""

    def __init__(self) -> None:
        super().__init__(R.EXTERNAL)

    def start(self, _tag: str, said: Any) -> None:
        insist(rules.refusal_of_type(said.get("ContentType", "")))


class _Fields(xml.Plain):
    """A text: the codes of its fields, which may be cut into many runs."""

    def __init__(self) -> None:
        super().__init__(R.EXTERNAL)
        self.code, self.is_in_code = "", False

    def start(self, tag: str, said: Any) -> None:
        word = tag.rpartition("}")[2]
        self.is_in_code = word == "instrText"
        if word == "fldChar":
            self._end()
        if word == "fldSimple":
            insist(rules.refusal_of_field(next((text for key, text in said.items() if key.endswith("instr")), "")))

    def data(self, text: str) -> None:
        if self.is_in_code:
            self.code = (self.code + text)[:200]

    def end(self, _tag: str) -> None:
        self.is_in_code = False

    def close(self) -> None:
        self._end()

    def _end(self) -> None:
        insist(rules.refusal_of_field(self.code))
        self.code = ""


class _Formulas(xml.Plain):
    """A sheet, or what stands beside one: its formulas, those of names, of conditions and of columns too."""

    def __init__(self) -> None:
        super().__init__(R.EXTERNAL)
        self.pieces: list[str] = []
        self.is_in_code = False

    def start(self, tag: str, _said: Any) -> None:
        self.is_in_code = tag.rpartition("}")[2] in _CODES

    def data(self, text: str) -> None:
        if self.is_in_code:
            self.pieces.append(text)

    def end(self, _tag: str) -> None:
        if self.pieces:
            insist(rules.refusal_of_formula("".join(self.pieces)))
            self.pieces.clear()
        self.is_in_code = False
