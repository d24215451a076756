"""Sheets: questions in versions, answers kept as they are typed, handed in, judged point by point."""
