"""Shapes of input, one file a case."""
