"""Activities: stations, groups, sessions, bookings."""
