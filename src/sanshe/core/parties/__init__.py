"""Parties: organisations with one identity for life, and persons with the least data."""
