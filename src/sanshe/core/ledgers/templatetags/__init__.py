"""Template tags of ledgers."""
