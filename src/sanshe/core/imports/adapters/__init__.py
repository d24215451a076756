"""The edge to files: sheets that somebody sent."""

from sanshe.core.imports.adapters.blank import blank
from sanshe.core.imports.adapters.packing import packed, unpacked
from sanshe.core.imports.adapters.sheet_in import book

__all__ = ["blank", "book", "packed", "unpacked"]
