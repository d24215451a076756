"""Faces of fairs."""
