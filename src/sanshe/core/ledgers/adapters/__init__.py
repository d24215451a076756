"""Our edge to spreadsheets."""
