"""What may be read as a sheet, which table in it is meant, and which column is which. Pure."""

from sanshe.core.imports.rules.columns import (
    keys_of,
    known,
    letters,
    offered,
    placed,
    print_of,
    refusal_of_columns,
    sample,
    samples,
    spot_remembered,
)
from sanshe.core.imports.rules.heads import match, missing
from sanshe.core.imports.rules.sheets import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_UNPACKED,
    decode,
    is_external,
    refusal_of_cells,
    refusal_of_members,
    refusal_of_merged,
)
from sanshe.core.imports.rules.tables import (
    LOOK_FOR_HEAD_IN,
    header_at,
    is_exponent,
    refusal_of_sheet,
    sheet_at,
    spot_of,
)

__all__ = [
    "LOOK_FOR_HEAD_IN",
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_UNPACKED",
    "decode",
    "header_at",
    "is_exponent",
    "is_external",
    "keys_of",
    "known",
    "letters",
    "match",
    "missing",
    "offered",
    "placed",
    "print_of",
    "refusal_of_columns",
    "refusal_of_cells",
    "refusal_of_members",
    "refusal_of_merged",
    "refusal_of_sheet",
    "sample",
    "samples",
    "sheet_at",
    "spot_of",
    "spot_remembered",
]
