"""Pure rules of ledgers."""

from sanshe.core.ledgers.rules.cells import (
    cell,
    clean_filter,
    guarded,
    plain,
    reader,
    shown,
    text_of,
    unguarded,
    written,
)
from sanshe.core.ledgers.rules.keyset import Key, key_of

__all__ = [
    "Key",
    "cell",
    "clean_filter",
    "guarded",
    "key_of",
    "plain",
    "reader",
    "shown",
    "text_of",
    "unguarded",
    "written",
]
