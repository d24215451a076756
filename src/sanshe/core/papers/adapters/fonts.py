"""The fonts that papers are drawn with, and which characters they have."""

from functools import cache
from importlib.resources import files

import typst
from fontTools.ttLib import TTFont, TTLibError

from sanshe.core.papers.rules import is_private

BEYOND = 1 << 25  # of the second half of a font's ranges: it has characters beyond U+FFFF


@cache
def fonts() -> typst.Fonts:
    """Ours and the system's; read once, for reading them costs more than a hundred papers."""
    return typst.Fonts(font_paths=[str(files("justmytype_intl_cjk") / "fonts")])


@cache
def _places() -> tuple[tuple[str, int], ...]:
    """(path, number in the file) of every font, ours first."""
    ours = str(files("justmytype_intl_cjk"))
    found = dict.fromkeys((one.path, one.index) for one in fonts().fonts() if one.path)
    return tuple(sorted(found, key=lambda one: not one[0].startswith(ours)))


@cache
def has_glyph(char: str) -> bool:
    """Whether any font draws this character."""
    return not is_private(char) and any(ord(char) in _drawn(*place, ord(char) > 0xFFFF) for place in _places())


@cache
def _drawn(path: str, index: int, is_beyond: bool) -> frozenset[int]:
    """The code points a font has; none for one without characters beyond U+FFFF when such a one is looked for."""
    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            if is_beyond and not font["OS/2"].ulUnicodeRange2 & BEYOND:
                return frozenset()
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, KeyError, OSError):  # a font of the system that cannot be read draws nothing
        return frozenset()
