"""Search: one find box over everything, in which nobody finds what they may not see."""
