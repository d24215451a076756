"""Work that is done later: queued in the caller's transaction, taken up after a crash, never twice with effect."""
