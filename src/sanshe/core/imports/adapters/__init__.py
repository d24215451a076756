"""The edge to files: sheets that somebody sent."""

from sanshe.core.imports.adapters.sheet_in import read

__all__ = ["read"]
