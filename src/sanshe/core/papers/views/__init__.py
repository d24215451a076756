"""Faces of papers."""
