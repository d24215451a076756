"""Write activities."""
