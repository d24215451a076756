"""Pure rules of signing."""
