"""Codes of search. Whoever may open a desk may ask; what they find is decided by each kind."""

LIMIT = 20
LONGEST = 60
WORDS = 6
