"""The values of patrol's pages."""
