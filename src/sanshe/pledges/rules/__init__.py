"""Pure rules of pledges."""
