"""What a docx or xlsx may hold: parts, relations, fields. Pure."""

import re
from collections import Counter
from collections.abc import Sequence

from sanshe.core.files.enums import R

MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 2_000
MOST_RATIO = 200

_ACTIVE_PARTS = ("vbaproject.bin", "/activex/", "/embeddings/", "/macrosheets/", "/webextensions/", "/ctrlprops/")
_OUTSIDE_PARTS = ("/externallinks/", "/querytables/", "xl/connections.xml")
_ACTIVE_TYPES = ("macroenabled", "vbaproject", "vbadata", "activex", "oleobject", "macrosheet", "webextension")
_ACTIVE_RELATIONS = (
    *("vbaproject", "wordvbadata", "control", "activexcontrolbinary", "oleobject", "package", "afchunk"),
    *("xlmacrosheet", "xlintlmacrosheet", "attachedtoolbars", "keymapcustomizations", "extensibility"),
    *("webextension", "webextensiontaskpanes"),
)
_OUTSIDE_RELATIONS = ("externallink", "externallinkpath", "connections", "querytable", "subdocument", "frame")
_LOCAL = re.compile(r"file:///[a-z]:[\\/]", re.IGNORECASE)
_RUNS = re.compile(r"\s*DDE(AUTO)?\b", re.IGNORECASE)
_FETCHES = re.compile(r"\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_OTHER_BOOK = re.compile(r"'(?:[^'\[]|'')*\[(?:[^']|'')*'!")
_RUNS_IN_CELL = re.compile(r"\|\s*(?:''|[\w.]+)\s*!|(?<!\w)(?:DDE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(", re.IGNORECASE)
_FETCHES_IN_CELL = re.compile(r"(?<!\w)(?:WEBSERVICE|IMAGE)\s*\(", re.IGNORECASE)
_MOST_OF_FORMULA = 65_536  # characters; programs stop at 8,192 or at this
# programs, zips, the containers of old office files, archives, PDFs: whatever the part calls itself
_FILES = (b"MZ", b"\x7fELF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"Rar!", b"7z\xbc\xaf", b"%PDF-")


def refusal_of_members(members: Sequence[tuple[str, int, int]], locked: bool = False) -> R | None:
    """Of a zip's (name, packed, unpacked) sizes: too much unpacked, a password, a part that stands twice, macros, names
    that climb out of their folder."""
    unpacked = sum(size for _name, _packed, size in members)
    packed = sum(size for _name, size, _unpacked in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(packed, 1024):
        return R.UNPACKS_TOO_LARGE
    names = [name.lower() for name, _packed, _unpacked in members]
    if locked or max(Counter(names).values(), default=0) > 1:
        return R.HIDDEN
    if any(".." in name.split("/") or name.startswith("/") or "\\" in name for name in names):
        return R.ACTIVE_CONTENT
    if any(part in name for name in names for part in _ACTIVE_PARTS):
        return R.ACTIVE_CONTENT
    return R.EXTERNAL if any(part in name for name in names for part in _OUTSIDE_PARTS) else None


def refusal_of_part(first: bytes) -> R | None:
    """A part that is a file of another kind, by its first bytes."""
    return R.ACTIVE_CONTENT if first.startswith(_FILES) else None


def refusal_of_type(content_type: str) -> R | None:
    """What a part says it is: macros, controls, carried files."""
    return R.ACTIVE_CONTENT if any(word in content_type.lower() for word in _ACTIVE_TYPES) else None


def refusal_of_relation(kind: str, target: str, is_outside: bool) -> R | None:
    """What a part refers to. A link that somebody has to press stays; so does the name of a template on one's own
    disk, which writing programs leave behind."""
    word = kind.rstrip("/").rpartition("/")[2].lower()
    if word in _ACTIVE_RELATIONS:
        return R.ACTIVE_CONTENT
    if word in _OUTSIDE_RELATIONS:
        return R.EXTERNAL
    is_fine = word == "hyperlink" or (word == "attachedtemplate" and _LOCAL.match(target))
    return R.EXTERNAL if is_outside and not is_fine else None


def refusal_of_field(code: str) -> R | None:
    """A field of a text: one that starts a program, or fetches something when it is brought up to date."""
    if _RUNS.match(code):
        return R.ACTIVE_CONTENT
    return R.EXTERNAL if _FETCHES.match(code) else None


def refusal_of_formula(code: str) -> R | None:
    """A formula of a sheet: one that starts a program, or fetches something as soon as it is worked out."""
    if len(code) > _MOST_OF_FORMULA:
        return R.TOO_HARD
    plain = _QUOTED.sub("''", code)
    if _RUNS_IN_CELL.search(plain):
        return R.ACTIVE_CONTENT
    return R.EXTERNAL if _FETCHES_IN_CELL.search(plain) or _OTHER_BOOK.search(code) else None
