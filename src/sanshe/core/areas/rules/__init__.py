"""Pure answers of areas."""

from sanshe.core.areas.rules.areas import (
    called,
    district_of,
    entries,
    fault_of_entry,
    faults,
    level_of,
    path_of,
    refusal_to_end,
    shows_former,
)

__all__ = [
    "called",
    "district_of",
    "entries",
    "fault_of_entry",
    "faults",
    "level_of",
    "path_of",
    "refusal_to_end",
    "shows_former",
]
