"""Pure rules of ledgers."""

from sanshe.core.ledgers.rules.cells import cell, clean_filter, guarded, plain, reader, shown, text_of, written
from sanshe.core.ledgers.rules.editing import NEW, edited, parts_of, rearranged, remade, text_of_block
from sanshe.core.ledgers.rules.filling import fault_in_lists, filled, said
from sanshe.core.ledgers.rules.keyset import Key, key_of
from sanshe.core.ledgers.rules.papers import difference, distinct, file_name, refusal_of_approver
from sanshe.core.ledgers.rules.papers import shown as with_meanings
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
from sanshe.core.ledgers.rules.trees import blanks_in, from_json, to_json

__all__ = [
    "Key",
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_UNPACKED",
    "NEW",
    "blanks_in",
    "cell",
    "clean_filter",
    "decode",
    "difference",
    "distinct",
    "edited",
    "fault_in_lists",
    "file_name",
    "filled",
    "find_head",
    "from_json",
    "guarded",
    "is_external",
    "key_of",
    "match",
    "missing",
    "normalised",
    "parts_of",
    "rearranged",
    "refusal_of_approver",
    "plain",
    "reader",
    "refusal_of_members",
    "remade",
    "said",
    "shown",
    "text_of",
    "text_of_block",
    "to_json",
    "with_meanings",
    "written",
]
