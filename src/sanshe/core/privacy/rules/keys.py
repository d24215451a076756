"""The key ring in use. Who reads it from disk is named once, while the apps are made ready."""

import time
from collections.abc import Callable

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.enums import R
from sanshe.core.privacy.rules import cipher
from sanshe.core.privacy.types import KeyRing

SECONDS = 1.0
_source: list[Callable[[], KeyRing]] = []
_held: list[tuple[object, float, KeyRing]] = []  # by whom it was read, and when


def come_from(source: Callable[[], KeyRing]) -> None:
    """Name the one place that knows the keys."""
    _source[:] = [source]
    forget()


def forget() -> None:
    """Look again at the next call: this process just changed the keys."""
    _held.clear()


def ring() -> KeyRing:
    """The keys, looked for at most once a second: a page opens hundreds of values. Raises `Refused` NO_KEYS."""
    if not _source:
        raise Refused(R.NO_KEYS)
    if not _held or _held[0][0] is not _source[0] or time.monotonic() - _held[0][1] > SECONDS:
        _held[:] = [(_source[0], time.monotonic(), _source[0]())]
    return _held[0][2]


def opened(stored: str, place: str) -> str:
    """The text of a stored value; for a key not known here another look is taken: it may just have been made."""
    try:
        return cipher.unseal(ring(), stored, place)
    except Refused as refused:
        if refused.code != R.UNKNOWN_KEY:
            raise
    forget()
    return cipher.unseal(ring(), stored, place)
