"""The characters of a paper that a font may lack, each with the words around it. Pure."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from sanshe.core.papers.rules.trees import to_json
from sanshe.core.papers.types import Doc

NOT_DRAWN = frozenset({"block", "style", "address", "svg"})  # parts of a tree that are no words
AROUND = 8  # characters shown on each side


def rare(doc: Doc) -> dict[str, str]:
    """Each character beyond the common set (GBK, which every Chinese font has), with the first words it stands in."""
    found: dict[str, str] = {}
    for text in _texts(to_json(doc)):
        for place, char in enumerate(text):
            if char not in found and not _is_common(char):
                found[char] = text[max(0, place - AROUND) : place + AROUND + 1].strip()
    return found


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in NOT_DRAWN:
                yield from _texts(value)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _texts(one)


def _is_common(char: str) -> bool:
    """Plain letters and digits, what GBK has, and what is not drawn: blanks, line ends, selectors of variants."""
    if char.isascii() or unicodedata.category(char) in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp"):
        return True
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def is_private(char: str) -> bool:
    """A character that means something only on the machine it was typed on; some offices typed rare names so."""
    return unicodedata.category(char) == "Co"
