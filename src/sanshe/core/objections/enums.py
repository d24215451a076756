"""States, outcomes, duties, refusals and events of objections."""

from enum import StrEnum


class State(StrEnum):
    RECEIVED = "received"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    UNDER_REVIEW = "under_review"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"

    @classmethod
    def moves(cls) -> dict["State", tuple["State", ...]]:
        return {
            cls.RECEIVED: (cls.ACCEPTED, cls.DECLINED, cls.WITHDRAWN, cls.TAKEN_BACK),
            cls.ACCEPTED: (cls.ANSWERED, cls.WITHDRAWN),
            cls.ANSWERED: (cls.UNDER_REVIEW, cls.CLOSED),
            cls.UNDER_REVIEW: (cls.CLOSED,),
            cls.DECLINED: (),
            cls.CLOSED: (),
            cls.WITHDRAWN: (),
            cls.TAKEN_BACK: (),
        }

    @classmethod
    def blocking(cls) -> tuple["State", ...]:
        """While an objection is in one of these, what it is about does not move on."""
        return (cls.RECEIVED, cls.ACCEPTED, cls.ANSWERED, cls.UNDER_REVIEW)


class Outcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    DISMISSED = "dismissed"


class Verdict(StrEnum):
    """One disputed fact, judged on its own."""

    OPEN = "open"
    TRUE = "true"
    FALSE = "false"


class Duty(StrEnum):
    """What somebody is to a case. Who is barred, or only follows, sees how far it is and nothing of who raised it."""

    FOLLOWER = "follower"
    INDEPENDENT = "independent"
    HANDLER = "handler"
    CO_HANDLER = "co_handler"
    REVIEWER = "reviewer"


class Deed(StrEnum):
    """What one may do with a case; every address and every act asks for one of these."""

    FOLLOW = "follow"
    READ = "read"
    REVEAL = "reveal"
    TAKE_UP = "take_up"
    TAKE_OVER = "take_over"
    WORK = "work"
    NAME = "name"
    REVIEW = "review"


class R(StrEnum):
    """Refusals."""

    NOT_IN_WINDOW = "objections.not_in_window"
    NOT_ON_LIST = "objections.not_on_list"
    NO_FACT = "objections.no_fact"
    NO_NAME = "objections.no_name"
    NO_PHONE = "objections.no_phone"
    BARRED = "objections.barred"
    NOT_YOURS = "objections.not_yours"
    NOT_HANDLER = "objections.not_handler"
    NOT_FOR_THEM = "objections.not_for_them"
    NO_CO_HANDLER = "objections.no_co_handler"
    REVIEWER_HANDLED = "objections.reviewer_handled"
    POINTS_OPEN = "objections.points_open"
    NO_POINTS = "objections.no_points"
    NO_ANSWER = "objections.no_answer"
    NO_REASON = "objections.no_reason"
    NO_NOTE = "objections.no_note"
    HANDLER_IS_HERE = "objections.handler_is_here"
    OUTCOME_AGAINST_POINTS = "objections.outcome_against_points"
    MOVE_NOT_ALLOWED = "objections.move_not_allowed"
    REVIEW_OVER = "objections.review_over"
    REVIEW_OPEN = "objections.review_open"
    UNDO_OVER = "objections.undo_over"
    HANDLED = "objections.handled"
    TOO_OFTEN = "objections.too_often"


class E(StrEnum):
    """Events; the record puts the kind before them: incubation.objection.raised."""

    RAISED = "raised"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TOLD = "told"
    HEARD = "heard"
    CONTACTED = "contacted"
    POINT_JUDGED = "point_judged"
    CO_HANDLER_NAMED = "co_handler_named"
    TAKEN_OVER = "taken_over"
    SHOWN = "shown"
    ANSWERED = "answered"
    REVIEW_ASKED = "review_asked"
    REVIEWED = "reviewed"
    CLOSED = "closed"


class Letter(StrEnum):
    """Messages; the kind stands before them: incubation.objection_received."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ANSWERED = "answered"
    REVIEWED = "reviewed"
    CONCERNED = "concerned"
    SETTLED = "settled"


# What a handler puts on record in words; what an act of its own records is never said by hand.
NOTED = (E.TOLD, E.HEARD, E.CONTACTED)
# Acts by which somebody was done with a matter, for `Work.finished`.
FINISHING = (E.DECLINED, E.ANSWERED, E.REVIEWED)
