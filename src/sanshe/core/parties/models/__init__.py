"""Rows of parties."""

from sanshe.core.parties.models.office import Office
from sanshe.core.parties.models.organisation import Organisation

__all__ = ["Office", "Organisation"]
