"""Patrol: doors are visited round by round, and what was found is followed until it is closed."""
