"""Faces of stories: leads, the draft, the way to print, and what anybody reads."""
