"""Faces of appeals."""
