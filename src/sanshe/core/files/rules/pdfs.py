"""What a PDF may hold. Pure: objects come as a library spells them, the rest as bytes.

A PDF is never written anew: it may carry a seal that covers its bytes. What does something, or fetches something, is
refused in words.
"""

import re

from sanshe.core.files.enums import R

MOST_OBJECTS = 100_000  # a checker reads about fifteen thousand a second
MOST_UNPACKED_PARTS = 32 * 1024 * 1024  # of the objects that are kept packed
_TAIL = 66_000  # where the directory of a zip must stand

_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)
_END = rb"(?![^\s/<>\[\](){}%])"
_ACTIVE_NAMES = rb"""JavaScript JS Launch EmbeddedFile EmbeddedFiles FileAttachment RichMedia RichMediaSettings
    RichMediaContent RichMediaExecute 3D 3DD OnInstantiate XFA Rendition Movie Sound ImportData SubmitForm GoToE AA"""
_REFERS = re.compile(rb"/FS\s*/URL" + _END + rb"|/Ref\s*(?:<<|\d+\s+\d+\s+R)")
_OF_STREAM = re.compile(rb"/(?:FFilter|FDecodeParms)" + _END + rb"|/F\s*[(<]")  # its data lie in another file
_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def _any_of(names: bytes, spelt: bool = False) -> re.Pattern[bytes]:
    """One of these names; `spelt`: also with letters written as numbers, as in /J#53."""
    words = [_letters(one) if spelt else one for one in names.split()]
    return re.compile(rb"/(?:" + b"|".join(words) + rb")" + _END)


def _letters(name: bytes) -> bytes:
    return b"".join(b"(?:%c|#(?i:%02x))" % (one, one) for one in name)


_ACTIVE = _any_of(_ACTIVE_NAMES)
_OUTSIDE = _any_of(b"GoToR")
_LOOSE = _any_of(b"JavaScript JS Launch EmbeddedFile FileAttachment RichMedia OnInstantiate XFA", spelt=True)
_LEADS = rb"\s*(?:<<|\[|%|\d+\s+\d+\s+R)"
_ENCRYPTED = re.compile(rb"/" + _letters(b"Encrypt") + _LEADS)
_CARRIES = re.compile(rb"/(?:" + _letters(b"EF") + rb"|" + _letters(b"AF") + rb")" + _LEADS)  # files, typed or not


def refusal_of_ends(data: bytes) -> R | None:
    """Cut short, or something else stands behind its end."""
    if b"%%EOF" not in data[-2048:]:
        return R.NOT_READABLE
    if data[data.rfind(b"%%EOF") + 5 :].strip(b"\r\n\x00 "):
        return R.ACTIVE_CONTENT
    return R.ACTIVE_CONTENT if b"PK\x05\x06" in data[-_TAIL:] else None  # it is a zip as well


def refusal_of_loose(data: bytes) -> R | None:
    """What stands between the streams, whether or not a table of objects leads there: some readers find it."""
    pieces = list(_between_streams(data))
    if any(_LOOSE.search(piece) or _CARRIES.search(piece) for piece in pieces):
        return R.ACTIVE_CONTENT
    return R.HIDDEN if any(_ENCRYPTED.search(piece) for piece in pieces) else None


def _between_streams(data: bytes) -> list[bytes]:
    pieces, at = [], 0
    while begins := _STREAM.search(data, at):
        pieces.append(data[at : begins.start()])
        ends = data.find(b"endstream", begins.end())
        if ends < 0:
            return pieces
        at = ends + len(b"endstream")
    return [*pieces, data[at:]]


def refusal_of_object(spelt: bytes, is_stream: bool = False) -> R | None:
    """One object as the library spells it: it runs, carries a file, or reaches outside. A link that somebody has to
    press is neither."""
    plain = _STRING.sub(b"()", spelt)
    if _ACTIVE.search(plain) or _CARRIES.search(plain):
        return R.ACTIVE_CONTENT
    is_outside = _OUTSIDE.search(plain) or _REFERS.search(plain)
    return R.EXTERNAL if is_outside or (is_stream and _OF_STREAM.search(plain)) else None


def refusal_of_opening(kind: str | None) -> R | None:
    """What is done when it is opened: going to a page of its own is fine, nothing else is."""
    return None if kind in (None, "/GoTo") else R.ACTIVE_CONTENT
