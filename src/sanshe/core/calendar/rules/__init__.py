"""Counting days, and the working time of a day."""

from sanshe.core.calendar.rules.days import Calendar, chart, read_notice, share_used
from sanshe.core.calendar.rules.worktime import Worktime, due_of, read_hours, refusal_of_hours

__all__ = ["Calendar", "Worktime", "chart", "due_of", "read_hours", "read_notice", "refusal_of_hours", "share_used"]
