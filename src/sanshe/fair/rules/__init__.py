"""Pure answers of fairs."""
