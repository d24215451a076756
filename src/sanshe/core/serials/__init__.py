"""Serials: numbers without gaps."""
