"""Objections 异议 to a public notice: states, outcomes, duties, refusals."""

from enum import StrEnum


class ObjectionState(StrEnum):
    RECEIVED = "received"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    UNDER_REVIEW = "under_review"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @classmethod
    def moves(cls) -> dict["ObjectionState", tuple["ObjectionState", ...]]:
        return {
            cls.RECEIVED: (cls.ACCEPTED, cls.DECLINED, cls.WITHDRAWN),
            cls.ACCEPTED: (cls.ANSWERED, cls.WITHDRAWN),
            cls.ANSWERED: (cls.UNDER_REVIEW, cls.CLOSED),
            cls.UNDER_REVIEW: (cls.CLOSED,),
            cls.DECLINED: (),
            cls.CLOSED: (),
            cls.WITHDRAWN: (),
        }

    @classmethod
    def blocking(cls) -> tuple["ObjectionState", ...]:
        """States in which the objected place can not move on."""
        return (cls.RECEIVED, cls.ACCEPTED, cls.ANSWERED, cls.UNDER_REVIEW)


class ObjectionOutcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    DISMISSED = "dismissed"


class PointVerdict(StrEnum):
    """One disputed fact, judged on its own."""

    OPEN = "open"
    TRUE = "true"
    FALSE = "false"


class ObjectionRefusal(StrEnum):
    NOT_IN_WINDOW = "incubation.objection.not_in_window"
    NOT_ON_LIST = "incubation.objection.not_on_list"
    NO_FACT = "incubation.objection.no_fact"
    NO_NAME = "incubation.objection.no_name"
    NO_PHONE = "incubation.objection.no_phone"
    HANDLER_SCORED = "incubation.objection.handler_scored"
    HANDLER_DECIDED_RECUSAL = "incubation.objection.handler_decided_recusal"
    HANDLER_IS_OPERATOR = "incubation.objection.handler_is_operator"
    NOT_HANDLER = "incubation.objection.not_handler"
    NO_CO_HANDLER = "incubation.objection.no_co_handler"
    REVIEWER_HANDLED = "incubation.objection.reviewer_handled"
    POINTS_OPEN = "incubation.objection.points_open"
    NO_POINTS = "incubation.objection.no_points"
    NO_ANSWER = "incubation.objection.no_answer"
    OUTCOME_AGAINST_POINTS = "incubation.objection.outcome_against_points"
    MOVE_NOT_ALLOWED = "incubation.objection.move_not_allowed"
    REVIEW_OVER = "incubation.objection.review_over"
    REVIEW_OPEN = "incubation.objection.review_open"
    UNDO_OVER = "incubation.objection.undo_over"


class ObjectionEvent(StrEnum):
    RAISED = "incubation.objection.raised"
    ACCEPTED = "incubation.objection.accepted"
    DECLINED = "incubation.objection.declined"
    TOLD = "incubation.objection.told"
    HEARD = "incubation.objection.heard"
    POINT_JUDGED = "incubation.objection.point_judged"
    CO_HANDLER_NAMED = "incubation.objection.co_handler_named"
    CONTACTED = "incubation.objection.contacted"
    SHOWN = "incubation.objection.shown"
    ANSWERED = "incubation.objection.answered"
    REVIEW_ASKED = "incubation.objection.review_asked"
    REVIEWED = "incubation.objection.reviewed"
    CLOSED = "incubation.objection.closed"
    WITHDRAWN = "incubation.objection.withdrawn"


ANSWER_WORKDAYS = 10
REVIEW_WORKDAYS = 5
