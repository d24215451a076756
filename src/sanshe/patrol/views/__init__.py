"""Faces of patrol."""
