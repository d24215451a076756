"""Reading creation."""
