"""Desk: what needs me today, figures, the way to everything. It reads and never writes."""
