"""社会组织孵化: a batch from call to signing."""
