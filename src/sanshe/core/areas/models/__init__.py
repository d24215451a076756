"""Rows of areas."""

from sanshe.core.areas.models.areas import Area, TreeVersion
from sanshe.core.areas.models.compounds import Compound, KeyDecision
from sanshe.core.areas.models.premises import Premises, PremisesChange

__all__ = ["Area", "Compound", "KeyDecision", "Premises", "PremisesChange", "TreeVersion"]
