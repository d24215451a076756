"""Duties: what is owed by a day, and by whom; to-dos, reminders and the next day are made of it."""
