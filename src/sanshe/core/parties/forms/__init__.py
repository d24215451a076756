"""What is typed about parties."""
