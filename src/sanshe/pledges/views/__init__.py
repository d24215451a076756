"""Faces of pledges."""
