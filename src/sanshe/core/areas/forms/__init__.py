"""What is typed about compounds and premises."""
