"""Codes of the calendar."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "calendar.read"
    LOAD = "calendar.load"


class DayKind(StrEnum):
    """In which days something is counted."""

    WORKDAY = "workday"
    DAY = "day"
    HOUR = "hour"
    WORK_HOUR = "work_hour"


class Special(StrEnum):
    """A day that is not what its weekday says."""

    REST = "rest"
    MAKE_UP = "make_up"


class R(StrEnum):
    """Refusals."""

    NOT_LOADED = "calendar.not_loaded"
    DATE_WRONG = "calendar.date_wrong"
    OTHER_YEAR = "calendar.other_year"
    NOTHING_GIVEN = "calendar.nothing_given"
    BOTH = "calendar.both"
    NO_HOURS = "calendar.no_hours"
    HOURS_WRONG = "calendar.hours_wrong"
    HOURS_PAST = "calendar.hours_past"


class E(StrEnum):
    """Events."""

    LOADED = "calendar.loaded"
    HOURS_SET = "calendar.hours_set"
