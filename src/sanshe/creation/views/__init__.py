"""Faces of creation."""
