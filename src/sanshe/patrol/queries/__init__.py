"""Reading patrol."""
