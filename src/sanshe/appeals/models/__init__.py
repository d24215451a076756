"""Tables of appeals."""

from sanshe.appeals.models.appeal import Appeal
from sanshe.appeals.models.clock import Clock, Pause
from sanshe.appeals.models.facts import Addition, Callback, Contact, Night, Verification
from sanshe.appeals.models.leg import Leg
from sanshe.appeals.models.settings import Category, DutyItem, StepTerm

__all__ = [
    "Addition",
    "Appeal",
    "Callback",
    "Category",
    "Clock",
    "Contact",
    "DutyItem",
    "Leg",
    "Night",
    "Pause",
    "StepTerm",
    "Verification",
]
