"""The screening 初审."""
