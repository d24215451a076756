"""Pure answers of patrol."""
