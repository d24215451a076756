"""When appeals may be moved on."""
