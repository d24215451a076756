"""Reading pledges."""
