"""Faces of codes: the public page, and the page of staff."""
