"""Work without a signal: devices, what they noted, what became of it."""
