"""Appeals: what residents ask for, from the first word to their own verdict."""
