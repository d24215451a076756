"""Pictures: decoded and written anew, so that what was hidden behind or in them does not survive."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from sanshe.core.files import rules
from sanshe.core.files.enums import Kind, R
from sanshe.core.files.types import Clean
from sanshe.core.kit.refused import Refused, insist

Image.MAX_IMAGE_PIXELS = rules.MOST_PIXELS
FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}
_MODES = {Kind.JPEG: ("RGB", "L"), Kind.PNG: ("RGB", "RGBA", "L", "LA")}


def redrawn(data: bytes, kind: Kind) -> Clean:
    """The picture upright, without place, camera or comments. Raises `Refused` with a code of files."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _redrawn(data, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Refused(R.TOO_MANY_PIXELS) from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise Refused(R.NOT_READABLE) from fault


def _redrawn(data: bytes, kind: Kind) -> Clean:
    with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as source:
        insist(rules.refusal_of_pixels(*source.size))  # the header only; nothing is decoded yet
        ImageOps.exif_transpose(source, in_place=True)
        plain = source if source.mode in _MODES[kind] else source.convert("RGBA" if kind == Kind.PNG else "RGB")
        fresh = Image.new(plain.mode, plain.size)
        fresh.paste(plain)
    out = io.BytesIO()
    fresh.save(out, FORMATS[kind], **({"quality": 88, "optimize": True} if kind == Kind.JPEG else {"optimize": False}))
    return Clean(out.getvalue(), kind, *fresh.size)
