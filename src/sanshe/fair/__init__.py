"""Fairs: riddles, prizes, games."""
