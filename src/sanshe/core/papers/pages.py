"""What is said of a paper before it is made."""

from sanshe.core.kit.refused import Refused
from sanshe.core.papers import rules
from sanshe.core.papers.adapters.fonts import has_glyph
from sanshe.core.papers.enums import R
from sanshe.core.papers.phrases import UNDRAWN
from sanshe.core.papers.types import Doc


def insist_drawn(*docs: Doc) -> None:
    """Refuse papers with characters that no font draws, each named with the words it stands in."""
    found: dict[str, str] = {}
    for doc in docs:
        found = {char: where for char, where in rules.rare(doc).items() if not has_glyph(char)} | found
    if found:
        said = (UNDRAWN.format(char=char, code=f"U+{ord(char):04X}", where=where) for char, where in found.items())
        raise Refused(R.NO_GLYPH, said="、".join(said), glyphs="".join(found))
