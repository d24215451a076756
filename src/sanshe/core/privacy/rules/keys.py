"""The key ring in use. Who reads it from disk is named once, while the apps are made ready."""

from collections.abc import Callable

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.enums import R
from sanshe.core.privacy.types import KeyRing

_source: list[Callable[[], KeyRing]] = []


def come_from(source: Callable[[], KeyRing]) -> None:
    """Name the one place that knows the keys."""
    _source[:] = [source]


def ring() -> KeyRing:
    """The keys as they are now. Raises `Refused` NO_KEYS."""
    if not _source:
        raise Refused(R.NO_KEYS)
    return _source[0]()
