"""Initial screening 初审: verdicts on rules, outcomes for applications, refusals."""

from enum import StrEnum


class ConditionKind(StrEnum):
    """What a condition asks for, where an application itself can show it; other conditions have no kind."""

    WHERE = "where"
    STANDING = "standing"
    PEOPLE = "people"
    CLEAN = "clean"
    LAWFUL = "lawful"
    UNDERTAKING = "undertaking"


class CheckVerdict(StrEnum):
    """What was found for one eligibility rule."""

    MET = "met"
    TO_MEND = "to_mend"
    NOT_MET = "not_met"


class ScreeningOutcome(StrEnum):
    """What screening decides for one application."""

    PASSED = "passed"
    RETURNED = "returned"
    REFUSED = "refused"
    OVERDUE = "overdue"


class ReviewOutcome(StrEnum):
    """What a second person answers when a refused applicant asks for review."""

    UPHELD = "upheld"
    REVERSED = "reversed"


class ScreeningRefusal(StrEnum):
    UNCHECKED = "incubation.screening.unchecked"
    NOT_ALL_MET = "incubation.screening.not_all_met"
    NOTHING_TO_MEND = "incubation.screening.nothing_to_mend"
    NOTHING_FAILED = "incubation.screening.nothing_failed"
    NO_GROUND = "incubation.screening.no_ground"
    NO_REASON = "incubation.screening.no_reason"
    TOO_LATE_TO_RETURN = "incubation.screening.too_late_to_return"
    RETURN_OVER = "incubation.screening.return_over"
    WINDOW_OVER = "incubation.screening.window_over"
    NOT_UNDER_SCREENING = "incubation.screening.not_under_screening"
    UNPROVEN = "incubation.screening.unproven"
    OWN_AFFILIATE = "incubation.screening.own_affiliate"
    REVIEW_OVER = "incubation.screening.review_over"
    REVIEW_AFTER_LAST_CALL = "incubation.screening.review_after_last_call"
    VISIT_NEEDS_TWO = "incubation.screening.visit_needs_two"


class ScreeningEvent(StrEnum):
    CHECKED = "incubation.screening.checked"
    PASSED = "incubation.screening.passed"
    RETURNED = "incubation.screening.returned"
    MENDED = "incubation.screening.mended"
    REFUSED = "incubation.screening.refused"
    OVERDUE = "incubation.screening.overdue"
    VISITED = "incubation.screening.visited"
    REVIEW_ASKED = "incubation.screening.review_asked"
    REVIEW_ANSWERED = "incubation.screening.review_answered"


RETURN_WORKDAYS = 3
REVIEW_WORKDAYS = 2
