"""Faces of the field: what devices ask, pages of staff."""
