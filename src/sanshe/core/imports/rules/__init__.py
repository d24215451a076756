"""What may be read as a sheet, which table in it is meant, and which column is which. Pure."""

from sanshe.core.imports.rules.heads import match, missing
from sanshe.core.imports.rules.sheets import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_UNPACKED,
    decode,
    is_external,
    refusal_of_members,
)
from sanshe.core.imports.rules.tables import chosen, is_exponent

__all__ = [
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_UNPACKED",
    "chosen",
    "decode",
    "is_exponent",
    "is_external",
    "match",
    "missing",
    "refusal_of_members",
]
