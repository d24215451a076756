"""Evidence: kept once by content, cleaned on the way in, handed out only to those who may see what it belongs to."""
