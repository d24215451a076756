"""The record of acts: append-only, sealed into a chain, checked by a file that needs nothing but Python."""
