"""Supervision 督导: its three functions, refusals, events."""

from enum import StrEnum

FIRST_WITHIN_MONTHS = 1


class Function(StrEnum):
    ADMINISTRATIVE = "administrative"
    EDUCATIONAL = "educational"
    SUPPORTIVE = "supportive"


class SupervisionRefusal(StrEnum):
    HOURS_WRONG = "incubation.supervision.hours_wrong"
    DAY_TO_COME = "incubation.supervision.day_to_come"
    DAY_BEFORE_TERM = "incubation.supervision.day_before_term"
    NO_WORDS = "incubation.supervision.no_words"
    FOLLOW_UP_HALF = "incubation.supervision.follow_up_half"
    FOLLOWED_ALREADY = "incubation.supervision.followed_already"
    NOT_IN_INCUBATION = "incubation.supervision.not_in_incubation"


class SupervisionEvent(StrEnum):
    RECORDED = "incubation.supervision.recorded"
    FOLLOWED = "incubation.supervision.followed"
