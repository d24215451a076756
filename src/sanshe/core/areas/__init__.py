"""Areas: the administrative tree, keyed by its codes."""
