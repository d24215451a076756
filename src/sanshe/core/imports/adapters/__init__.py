"""The edge to files: sheets that somebody sent."""

from sanshe.core.imports.adapters.blank import blank
from sanshe.core.imports.adapters.checks import SHEET, book
from sanshe.core.imports.adapters.packing import packed, unpacked

__all__ = ["SHEET", "blank", "book", "packed", "unpacked"]
