"""Fairs, riddles, cards, desks, what was answered and handed out."""

from sanshe.fair.models.desk import Award, Desk, Good, Stock, TurnedAway
from sanshe.fair.models.fair import Fair, Riddle
from sanshe.fair.models.play import Card, Try, Win
from sanshe.fair.models.ruling import Ruling

__all__ = ["Award", "Card", "Desk", "Fair", "Good", "Riddle", "Ruling", "Stock", "Try", "TurnedAway", "Win"]
