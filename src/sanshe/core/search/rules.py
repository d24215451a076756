"""Tokens of Chinese text: pairs of neighbours, so that a word of two characters is found without a dictionary.

Neither database cuts Chinese into words. Runs of Chinese become pairs and the last character: 老人助餐 is
老人 人助 助餐 餐. A query of several characters is a phrase of pairs, one of a single character the beginning
of a pair. Letters and digits stay whole; readings of a title and tails of a number stand beside them.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sanshe.core.search.enums import LONGEST, WORDS
from sanshe.core.search.types import Term

HAN = "〇\u3400-\u9fff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[a-z0-9]+")
IS_HAN = re.compile(rf"[{HAN}]")
SPELLED, INITIALS, SHORTEST_TAIL = 32, 16, 2


def runs(text: str) -> list[str]:
    """Runs of Chinese and of letters and digits; full width made plain, small letters."""
    return RUN.findall(unicodedata.normalize("NFKC", text).lower())


def is_han(run: str) -> bool:
    return bool(IS_HAN.match(run))


def grams(text: str) -> str:
    """The tokens of a text in its order, parted by blanks."""
    return " ".join(token for run in runs(text) for token in (_pairs(run, last=True) if is_han(run) else (run,)))


def _pairs(run: str, *, last: bool) -> list[str]:
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    return [*pairs, run[-1]] if last else pairs


def spelled(readings: Iterable[Sequence[str]], text: str) -> str:
    """What is found by its beginning: readings and initials from each character on, and the tails of numbers."""
    tokens: dict[str, None] = {}
    for syllables in readings:
        for i in range(len(syllables)):
            tokens["".join(syllables[i:])[:SPELLED]] = None
            tokens["".join(one[0] for one in syllables[i:])[:INITIALS]] = None
    for run in runs(text):
        if not is_han(run) and any(map(str.isdecimal, run)):
            tokens |= dict.fromkeys(run[i:] for i in range(len(run) - SHORTEST_TAIL + 1))
    return " ".join(tokens)


def terms(text: str) -> tuple[Term, ...]:
    """What a query asks for: every term must be there. Empty when nothing can be asked."""
    return tuple(_term(run) for run in runs(text[:LONGEST])[:WORDS])


def _term(run: str) -> Term:
    if is_han(run) and len(run) > 1:
        return Term(tuple(_pairs(run, last=False)))
    return Term((run,), is_prefix=True)


def pieces(title: str, asked: str) -> tuple[tuple[str, bool], ...]:
    """The title cut so that what was asked for stands by itself; one piece when it was found by its reading."""
    words = sorted({re.escape(word) for word in asked.split()}, key=len, reverse=True)
    if not words:
        return ((title, False),)
    parts = re.split(f"({'|'.join(words)})", title, flags=re.IGNORECASE)
    return tuple((part, i % 2 == 1) for i, part in enumerate(parts) if part)
