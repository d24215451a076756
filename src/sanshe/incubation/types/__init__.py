"""Frozen values of the incubation cases."""
