"""Rectification 整改 and the one extension 延期 of a term."""

from enum import StrEnum


class RectificationState(StrEnum):
    ISSUED = "issued"
    ANSWERED = "answered"
    DONE = "done"
    FAILED = "failed"

    @classmethod
    def moves(cls) -> dict["RectificationState", tuple["RectificationState", ...]]:
        return {
            cls.ISSUED: (cls.ANSWERED, cls.FAILED),
            cls.ANSWERED: (cls.DONE, cls.FAILED, cls.ISSUED),
            cls.DONE: (),
            cls.FAILED: (),
        }

    @classmethod
    def open(cls) -> tuple["RectificationState", ...]:
        return (cls.ISSUED, cls.ANSWERED)


class ExtensionState(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"

    @classmethod
    def moves(cls) -> dict["ExtensionState", tuple["ExtensionState", ...]]:
        return {cls.ASKED: (cls.APPROVED, cls.REFUSED), cls.APPROVED: (), cls.REFUSED: ()}


class RectificationRefusal(StrEnum):
    NO_POINTS = "incubation.rectification.no_points"
    NO_VERDICT = "incubation.rectification.no_verdict"
    OPEN_ALREADY = "incubation.rectification.open_already"
    DAYS_WRONG = "incubation.rectification.days_wrong"
    NOT_NOW = "incubation.rectification.not_now"
    NO_ANSWER = "incubation.rectification.no_answer"
    TOO_LATE = "incubation.rectification.too_late"
    STILL_TIME = "incubation.rectification.still_time"
    NO_REASON = "incubation.rectification.no_reason"


class ExtensionRefusal(StrEnum):
    NOT_IN_INCUBATION = "incubation.extension.not_in_incubation"
    ONLY_ONCE = "incubation.extension.only_once"
    MONTHS_WRONG = "incubation.extension.months_wrong"
    NO_REASON = "incubation.extension.no_reason"
    TERM_OVER = "incubation.extension.term_over"
    NOT_NOW = "incubation.extension.not_now"


class RectificationEvent(StrEnum):
    ISSUED = "incubation.rectification.issued"
    ANSWERED = "incubation.rectification.answered"
    SENT_BACK = "incubation.rectification.sent_back"
    DONE = "incubation.rectification.done"
    FAILED = "incubation.rectification.failed"
    EXTENSION_ASKED = "incubation.extension.asked"
    EXTENSION_APPROVED = "incubation.extension.approved"
    EXTENSION_REFUSED = "incubation.extension.refused"


RECTIFY_WORKDAYS = 20
LEAST_WORKDAYS = 5
MOST_MONTHS = 6
