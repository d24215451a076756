"""Pure answers of creation."""
