"""Graduation 出壳 and the twelve months of visits that follow it."""

from enum import StrEnum


class GraduationState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    SENT_BACK = "sent_back"

    @classmethod
    def moves(cls) -> dict["GraduationState", tuple["GraduationState", ...]]:
        return {
            cls.PROPOSED: (cls.APPROVED, cls.SENT_BACK),
            cls.SENT_BACK: (cls.PROPOSED,),
            cls.APPROVED: (),
        }


class GraduationRefusal(StrEnum):
    NOT_RECOMMENDED = "incubation.graduation.not_recommended"
    NOT_IN_INCUBATION = "incubation.graduation.not_in_incubation"
    PROPOSED_ALREADY = "incubation.graduation.proposed_already"
    RECTIFICATION_OPEN = "incubation.graduation.rectification_open"
    LEAVING = "incubation.graduation.leaving"
    NOT_NOW = "incubation.graduation.not_now"
    NO_REASON = "incubation.graduation.no_reason"
    VISIT_EARLY = "incubation.graduation.visit_early"
    VISIT_DONE = "incubation.graduation.visit_done"
    VISITS_OVER = "incubation.graduation.visits_over"
    NO_RECORD = "incubation.graduation.no_record"


class GraduationEvent(StrEnum):
    PROPOSED = "incubation.graduation.proposed"
    SENT_BACK = "incubation.graduation.sent_back"
    APPROVED = "incubation.graduation.approved"
    VISITED = "incubation.graduation.visited"


FOLLOW_MONTHS = 12
VISIT_EVERY = 3
VISIT_SLACK_DAYS = 30
