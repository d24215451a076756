"""Ledgers: what the house counts, lists, prints and reads in, declared by the apps and shown in one way."""
