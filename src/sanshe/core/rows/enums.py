"""Refusals that every app gives in the same words, and the one event that is of no app."""

from enum import StrEnum


class R(StrEnum):
    MOVED_ON = "rows.moved_on"
    STALE = "rows.stale"
    NOT_DRAWN = "rows.not_drawn"
    NOT_NOW = "rows.not_now"
    NOT_IN_WINDOW = "rows.not_in_window"
    SAME_PERSON = "rows.same_person"
    NO_REASON = "rows.no_reason"
    HANDLED = "rows.handled"
    NOT_YOURS = "rows.not_yours"
    UNDO_OVER = "rows.undo_over"
    UNDO_LATE = "rows.undo_late"
    BAD_PHONE = "rows.bad_phone"
    BAD_COUNT = "rows.bad_count"
    DAY_TO_COME = "rows.day_to_come"
    DAY_LONG_AGO = "rows.day_long_ago"
    STRUCK_ALREADY = "rows.struck_already"


class E(StrEnum):
    STRUCK = "rows.struck"
