"""Sanshe 三社: one register of places, organisations and people, and the work done on it."""

__version__ = "0.1.0"
