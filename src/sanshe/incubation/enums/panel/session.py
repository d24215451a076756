"""The session 路演评审会: phases of a turn, refusals, events."""

from enum import StrEnum


class Phase(StrEnum):
    """What the one on stage is at."""

    PRESENT = "present"
    QUESTIONS = "questions"
    SCORING = "scoring"


class SessionRefusal(StrEnum):
    NOT_CHAIR = "incubation.session.not_chair"
    NOT_LOCKED = "incubation.session.not_locked"
    STARTED = "incubation.session.started"
    NOT_RUNNING = "incubation.session.not_running"
    SOMEBODY_ON_STAGE = "incubation.session.somebody_on_stage"
    NOBODY_LEFT = "incubation.session.nobody_left"
    NOBODY_ON_STAGE = "incubation.session.nobody_on_stage"
    STILL_WAITING = "incubation.session.still_waiting"
    NO_COUNTDOWN = "incubation.session.no_countdown"
    HAS_SHEETS = "incubation.session.has_sheets"
    OVER = "incubation.session.over"
    NO_QUESTION = "incubation.session.no_question"
    STALE = "incubation.session.stale"
    LIST_OPEN = "incubation.session.list_open"
    SEAT_FIXED = "incubation.session.seat_fixed"
    TABULATED = "incubation.session.tabulated"
    LEFT_ALREADY = "incubation.session.left_already"
    NO_REASON = "incubation.session.no_reason"
    SEALED_LATER = "incubation.session.sealed_later"
    NOT_CALLED_YET = "incubation.session.not_called_yet"
    NOT_NOTED = "incubation.session.not_noted"
    SAME_PERSON = "incubation.session.same_person"


class SessionEvent(StrEnum):
    STARTED = "incubation.session.started_at"
    ARRIVED = "incubation.session.arrived"
    CALLED = "incubation.session.called"
    MOVED_LAST = "incubation.session.moved_last"
    ABSENT = "incubation.session.absent"
    PRESENTING = "incubation.session.presenting"
    PHASE = "incubation.session.phase"
    ADDED = "incubation.session.minute_added"
    PAUSED = "incubation.session.paused"
    RESUMED = "incubation.session.resumed"
    ASKED = "incubation.session.asked"
    LEFT = "incubation.session.not_here"
    LEAVING = "incubation.session.leaving_noted"
    GONE = "incubation.session.leaving_agreed"
    DONE = "incubation.session.done"
    ENDED = "incubation.session.ended"
