"""What applicants and organisations take back within ten minutes: the events."""

from enum import StrEnum


class UndoEvent(StrEnum):
    MENDED = "incubation.screening.mended_taken_back"
    REVIEW = "incubation.screening.review_taken_back"
    PAPER = "incubation.paper_taken_back"
    SELF_REPORT = "incubation.assessment.report_taken_back"
    ANSWER = "incubation.rectification.answer_taken_back"
