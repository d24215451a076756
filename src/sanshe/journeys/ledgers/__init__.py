"""What one domain app tells of another in its registries: one file a journey."""
