"""Faces of ledgers."""
