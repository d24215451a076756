"""Our edge to Word, PDF and zip."""
