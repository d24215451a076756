"""Faces of areas."""
