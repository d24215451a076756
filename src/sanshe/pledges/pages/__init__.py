"""The values of pages."""
