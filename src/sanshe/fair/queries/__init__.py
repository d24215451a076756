"""Reading fairs."""
