"""Taking back, within ten minutes, what an applicant has just bound itself to: which acts, why not, events."""

from enum import StrEnum


class Undoable(StrEnum):
    """What is handed in after the call has closed. An application itself is taken back while it is open."""

    MENDED = "mended"
    REVIEW = "review"
    PAPER = "paper"
    SELF_REPORT = "self_report"
    ANSWER = "answer"


class UndoRefusal(StrEnum):
    OVER = "incubation.undo.over"
    HANDLED = "incubation.undo.handled"
    NOT_YOURS = "incubation.undo.not_yours"


class UndoEvent(StrEnum):
    MENDED = "incubation.screening.mended_taken_back"
    REVIEW = "incubation.screening.review_taken_back"
    PAPER = "incubation.paper_taken_back"
    SELF_REPORT = "incubation.assessment.report_taken_back"
    ANSWER = "incubation.rectification.answer_taken_back"
