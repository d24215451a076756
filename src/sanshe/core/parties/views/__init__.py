"""Pages of parties."""

from sanshe.core.parties.views import office, organisation

__all__ = ["office", "organisation"]
