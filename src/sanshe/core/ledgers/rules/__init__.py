"""Pure rules of ledgers."""

from sanshe.core.ledgers.rules.cells import cell, clean_filter, guarded, plain, reader, shown, text_of, written
from sanshe.core.ledgers.rules.editing import edited, text_of_block
from sanshe.core.ledgers.rules.keyset import Key, key_of
from sanshe.core.ledgers.rules.sheets import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_UNPACKED,
    decode,
    find_head,
    is_external,
    match,
    missing,
    normalised,
    refusal_of_members,
)
from sanshe.core.ledgers.rules.trees import blanks_in, filled, from_json, said, to_json

__all__ = [
    "Key",
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_UNPACKED",
    "blanks_in",
    "cell",
    "clean_filter",
    "decode",
    "edited",
    "filled",
    "find_head",
    "from_json",
    "guarded",
    "is_external",
    "key_of",
    "match",
    "missing",
    "normalised",
    "plain",
    "reader",
    "refusal_of_members",
    "said",
    "shown",
    "text_of",
    "text_of_block",
    "to_json",
    "written",
]
