"""Reminders of what is due."""

from enum import StrEnum


class Step(StrEnum):
    WEEK = "week"
    DAY = "day"
    OVERDUE = "overdue"
