"""Our edge to spreadsheets, Word and PDF."""
