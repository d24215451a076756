"""Rows: what the rows of all apps have in common, and the one way they are changed, recorded and struck."""
