"""What a file is, by its bytes, and whether it may be kept. Pure."""

import contextlib
import re
import zlib
from collections.abc import Iterator

from sanshe.core.files.enums import Kind, R

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 2_000
MOST_RATIO = 200
MOST_OF_PDF = 32 * 1024 * 1024
MOST_PACKED_PARTS = 5_000
MOST_KEYS = 50_000
PIECE = 1 << 16
REACH = 4096  # how far apart a dictionary and its stream may stand

_PNG = b"\x89PNG\r\n\x1a\n"
_ACTIVE_PDF = re.compile(rb"/(?:(?:JavaScript|Launch|EmbeddedFile|RichMedia|XFA)\b|JS\s*(?:[(<%]|\d+\s+\d+\s+R))")
_ENCRYPTED_PDF = re.compile(rb"/Encrypt\s*(?:<<|%|\d+\s+\d+\s+R)")
_FIRST = re.compile(
    rb"/(?:F|#46)(?:i|#69)(?:r|#72)(?:s|#73)(?:t|#74)(?![A-Za-z])"
)  # every stream of objects has the key
_STREAM = re.compile(rb"stream\r?\n")
_PLAIN_FILTER = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(?:/|>>)")
_SPELT = re.compile(rb"#([0-9A-Fa-f]{2})")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")


def refusal_of_size(size: int) -> R | None:
    """Nothing, or more than 20 MB."""
    if size == 0:
        return R.EMPTY
    return R.TOO_LARGE if size > MOST_BYTES else None


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


def refusal_of_pdf(data: bytes) -> R | None:
    """A PDF that runs something, carries files, or ends with something that is no PDF."""
    if b"%%EOF" not in data[-2048:]:
        return R.NOT_READABLE
    if data[data.rfind(b"%%EOF") + 5 :].strip(b"\r\n\x00 "):
        return R.ACTIVE_CONTENT
    plain = _spelt_out(data)
    if _ACTIVE_PDF.search(plain):
        return R.ACTIVE_CONTENT
    return R.HIDDEN if _ENCRYPTED_PDF.search(plain) else _refusal_of_packed(data)


def _spelt_out(data: bytes) -> bytes:
    return _SPELT.sub(lambda found: bytes.fromhex(found[1].decode()), data)  # /J#53 is /JS


def _refusal_of_packed(data: bytes) -> R | None:
    """The same for the objects a PDF keeps packed. What cannot be looked into is not taken."""
    left = MOST_OF_PDF
    if sum(1 for _key in _FIRST.finditer(data)) > MOST_KEYS:
        return R.UNPACKS_TOO_LARGE
    for n, (head, start) in enumerate(_packed(data)):
        if n >= MOST_PACKED_PARTS:
            return R.UNPACKS_TOO_LARGE
        if b"/Filter" in head and b"endobj" not in head and not _is_plain(head):
            return R.HIDDEN
        inner = _inflated(data, start, left)
        left -= len(inner)
        if left <= 0:
            return R.UNPACKS_TOO_LARGE
        if _ACTIVE_PDF.search(_spelt_out(inner)):
            return R.ACTIVE_CONTENT
    return None


def _packed(data: bytes) -> Iterator[tuple[bytes, int]]:
    """What may be a stream of objects: the text before it, spelt out, and where it starts."""
    seen: set[int] = set()
    for key in _FIRST.finditer(data):
        reach = max(key.start() - REACH, 0)
        begins = max(data.rfind(b"obj", reach, key.start()), reach)
        for stream in _STREAM.finditer(data, key.end(), key.end() + REACH):
            if stream.end() not in seen:
                seen.add(stream.end())
                yield _spelt_out(data[begins : stream.start()]), stream.end()


def _is_plain(head: bytes) -> bool:
    return _PLAIN_FILTER.search(head) is not None and b"/DecodeParms" not in head


def _inflated(data: bytes, start: int, most: int) -> bytes:
    """What is packed there as far as it unpacks, at most so much of it."""
    unpacker, found, left = zlib.decompressobj(), [], most
    with contextlib.suppress(zlib.error):
        for at in range(start, len(data), PIECE):
            found.append(unpacker.decompress(data[at : at + PIECE], left))
            left -= len(found[-1])
            if unpacker.eof or left <= 0:
                break
    return b"".join(found)


def refusal_of_members(members: list[tuple[str, int, int]]) -> R | None:
    """Of a zip's (name, packed, unpacked) sizes: too much unpacked, macros, or names that climb out of their folder."""
    unpacked = sum(size for _name, _packed, size in members)
    packed = sum(size for _name, size, _unpacked in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(packed, 1024):
        return R.UNPACKS_TOO_LARGE
    names = [name.lower() for name, _packed, _unpacked in members]
    if any(".." in name.split("/") or name.startswith("/") or "\\" in name for name in names):
        return R.ACTIVE_CONTENT
    active = ("vbaproject.bin", "/activex/", "/embeddings/")
    return R.ACTIVE_CONTENT if any(part in name for name in names for part in active) else None


def shown_name(name: str, kind: Kind) -> str:
    """The name it is handed out under: the giver's words without a path, with the ending of what it really is."""
    base = _UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" ._")
    stem = base.rsplit(".", 1)[0] if "." in base else base
    return f"{stem[:100] or 'file'}.{kind}"


def path_of(digest: str) -> str:
    """Where content of this SHA-256 lies below the root: two levels of two digits."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"
