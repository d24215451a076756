"""Faces of ledgers."""

from sanshe.core.ledgers.views import imports, lists, templates

__all__ = ["imports", "lists", "templates"]
