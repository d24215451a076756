"""Areas as prefixes of paths: 140213 holds 140213051 and everything below it."""

from collections.abc import Iterable

_LAST, _BEFORE_HALVES, _BEHIND_HALVES = "\U0010ffff", "\ud7ff", "\ue000"  # half of a pair is no text


def end(prefix: str) -> str:
    """The first text that sorts behind everything beginning with a prefix: the end of an index range."""
    kept = prefix.rstrip(_LAST)
    if not kept:
        return prefix + _LAST
    return kept[:-1] + (_BEHIND_HALVES if kept[-1] == _BEFORE_HALVES else chr(ord(kept[-1]) + 1))


def covers(prefixes: Iterable[str], path: str) -> bool:
    """Whether the path lies in one of the areas. The empty prefix is the whole house."""
    return path.startswith(tuple(prefixes))


def outer(prefixes: Iterable[str]) -> list[str]:
    """The prefixes that no other covers, in order, so that no row is met twice."""
    kept: list[str] = []
    for one in sorted(set(prefixes)):
        if not covers(kept, one):
            kept.append(one)
    return kept
