"""What everything may use and what uses nothing: no Django, no rows."""
