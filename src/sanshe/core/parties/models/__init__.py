"""Rows of parties."""

from sanshe.core.parties.models.office import Office
from sanshe.core.parties.models.organisation import Organisation
from sanshe.core.parties.models.person import Person

__all__ = ["Office", "Organisation", "Person"]
