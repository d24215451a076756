"""Faces of incubation, one file a case."""
