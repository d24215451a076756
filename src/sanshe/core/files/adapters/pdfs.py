"""PDFs, read by qpdf: every object that its table leads to, packed ones too."""

import io
import zlib

import pikepdf

from sanshe.core.files.enums import R
from sanshe.core.files.rules import pdfs as rules
from sanshe.core.kit.refused import Refused, insist

LIMITS = "limits error"  # how the library says that it gave up on an object: nested too deep, too long


def look(data: bytes) -> None:
    """Raises `Refused` for what runs, carries files, reaches outside, is locked or cannot be read."""
    insist(rules.refusal_of_ends(data))
    insist(rules.refusal_of_loose(data))
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            insist(R.HIDDEN if pdf.is_encrypted else None)
            insist(rules.refusal_of_opening(_opening(pdf)))
            _look_at_all(pdf)
    except pikepdf.PasswordError as fault:
        raise Refused(R.HIDDEN) from fault
    except (pikepdf.PdfError, pikepdf.DataDecodingError, zlib.error, ValueError, RuntimeError, KeyError) as fault:
        raise Refused(R.NOT_READABLE) from fault


def _opening(pdf: pikepdf.Pdf) -> str | None:
    """What kind of act stands at its opening; none where it only says on which page to begin."""
    found = pdf.Root.get("/OpenAction")
    return str(found.get("/S", "")) if isinstance(found, pikepdf.Dictionary) else None


def _look_at_all(pdf: pikepdf.Pdf) -> None:
    objects, left = pdf.objects, rules.MOST_UNPACKED_PARTS
    insist(R.TOO_HARD if len(objects) > rules.MOST_OBJECTS else None)
    insist(rules.refusal_of_object(pdf.trailer.unparse(resolved=True)))
    for one in objects:
        if not isinstance(one, pikepdf.Object):  # a number, or nothing
            continue
        if not isinstance(one, pikepdf.Stream):
            insist(rules.refusal_of_object(one.unparse(resolved=True)))
            continue
        insist(rules.refusal_of_object(one.stream_dict.unparse(resolved=True), is_stream=True))
        left -= _packed(one, left)
    insist(R.TOO_HARD if any(LIMITS in one for one in pdf.get_warnings()) else None)


def _packed(stream: pikepdf.Stream, left: int) -> int:
    """Look at a stream of objects, whether or not the table leads to what is in it; how much it was."""
    if stream.get("/Type") != "/ObjStm":
        return 0
    insist(R.UNPACKS_TOO_LARGE if _is_larger(stream, left) else None)
    inside = stream.read_bytes()
    insist(rules.refusal_of_loose(inside))
    return len(inside)


def _is_larger(stream: pikepdf.Stream, most: int) -> bool:
    """Whether it unpacks to more, found without unpacking more: the library's own reading knows no bound. Objects that
    are packed by other means than Flate nobody writes; how large they are cannot be said."""
    said = stream.get("/Filter", pikepdf.Array())
    filters = [str(one) for one in (said if isinstance(said, pikepdf.Array) else [said])]
    insist(R.TOO_HARD if any(one not in ("/FlateDecode", "/Fl") for one in filters) else None)
    data = stream.read_raw_bytes()
    for _ in filters:
        data = zlib.decompressobj().decompress(data, most + 1)
        if len(data) > most:
            return True
    return len(data) > most
