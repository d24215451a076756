"""Reads of incubation, one file a case."""
