"""Trainings 培训: planned, held with counts from the sign sheet, or called off."""

from enum import StrEnum

MOST_PEOPLE = 200


class TrainingState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"

    @classmethod
    def moves(cls) -> dict["TrainingState", tuple["TrainingState", ...]]:
        return {cls.PLANNED: (cls.HELD, cls.CALLED_OFF), cls.HELD: (cls.HELD,), cls.CALLED_OFF: ()}


class TrainingRefusal(StrEnum):
    NO_TITLE = "incubation.training.no_title"
    NO_TIME = "incubation.training.no_time"
    HOURS_WRONG = "incubation.training.hours_wrong"
    NOBODY_TO_INVITE = "incubation.training.nobody_to_invite"
    NOT_BEGUN = "incubation.training.not_begun"
    COUNT_WRONG = "incubation.training.count_wrong"
    NO_REASON = "incubation.training.no_reason"
    MOVE_NOT_ALLOWED = "incubation.training.move_not_allowed"


class TrainingEvent(StrEnum):
    PLANNED = "incubation.training.planned"
    HELD = "incubation.training.held"
    CORRECTED = "incubation.training.corrected"
    CALLED_OFF = "incubation.training.called_off"
