"""Figures: what events count, what records recount, and where the two differ."""
