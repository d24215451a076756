"""Imports: a sheet read in, looked over row by row, taken over in one piece."""
