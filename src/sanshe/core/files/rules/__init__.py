"""What a file is, by its bytes, and whether it may be kept. Pure."""

from sanshe.core.files.rules.kinds import (
    MOST_BYTES,
    MOST_FILES,
    MOST_PIXELS,
    kind_by_magic,
    megabytes,
    refusal_of_count,
    refusal_of_pixels,
    refusal_of_size,
)
from sanshe.core.files.rules.names import path_of, shown_name

__all__ = [
    "MOST_BYTES",
    "MOST_FILES",
    "MOST_PIXELS",
    "kind_by_magic",
    "megabytes",
    "path_of",
    "refusal_of_count",
    "refusal_of_pixels",
    "refusal_of_size",
    "shown_name",
]
