"""Assessments 评估: mid-term and graduation, from the announcement to a verdict of several people."""

from enum import StrEnum


class Kind(StrEnum):
    MIDTERM = "midterm"
    GRADUATION = "graduation"


class AssessmentState(StrEnum):
    """Each step opens the next: the organisation's own report, the interview, the papers, the verdict."""

    ANNOUNCED = "announced"
    REPORTED = "reported"
    INTERVIEWED = "interviewed"
    CHECKED = "checked"
    PROPOSED = "proposed"
    DECIDED = "decided"
    ABSENT = "absent"

    @classmethod
    def moves(cls) -> dict["AssessmentState", tuple["AssessmentState", ...]]:
        return {
            cls.ANNOUNCED: (cls.REPORTED, cls.ABSENT),
            cls.REPORTED: (cls.INTERVIEWED, cls.ANNOUNCED),
            cls.INTERVIEWED: (cls.CHECKED,),
            cls.CHECKED: (cls.PROPOSED,),
            cls.PROPOSED: (cls.DECIDED, cls.CHECKED),
            cls.DECIDED: (),
            cls.ABSENT: (),
        }

    @classmethod
    def over(cls) -> tuple["AssessmentState", ...]:
        return (cls.DECIDED, cls.ABSENT)


class Verdict(StrEnum):
    """What an assessment ends with; `of` names those of a kind."""

    PASS = "pass"
    RECTIFY = "rectify"
    EXTEND = "extend"
    RECOMMENDED = "recommended"
    NOT_YET = "not_yet"
    NOT = "not"

    @classmethod
    def of(cls, kind: Kind) -> tuple["Verdict", ...]:
        midterm, graduation = (cls.PASS, cls.RECTIFY, cls.EXTEND), (cls.RECOMMENDED, cls.NOT_YET, cls.NOT)
        return midterm if kind == Kind.MIDTERM else graduation


class PaperState(StrEnum):
    """A document of the check: not looked for yet, seen, or missing."""

    OPEN = "open"
    SEEN = "seen"
    MISSING = "missing"


class AssessmentRefusal(StrEnum):
    OUTSIDE_WINDOW = "incubation.assessment.outside_window"
    NOBODY_NOW = "incubation.assessment.nobody_now"
    DAYS_WRONG = "incubation.assessment.days_wrong"
    RUNS_ALREADY = "incubation.assessment.runs_already"
    NOT_IN_INCUBATION = "incubation.assessment.not_in_incubation"
    INDICATORS_FROZEN = "incubation.assessment.indicators_frozen"
    INDICATORS_WRONG = "incubation.assessment.indicators_wrong"
    NOT_NOW = "incubation.assessment.not_now"
    STALE = "incubation.assessment.stale"
    REPORT_EMPTY = "incubation.assessment.report_empty"
    TOO_LATE = "incubation.assessment.too_late"
    NOT_AN_ASSESSOR = "incubation.assessment.not_an_assessor"
    RELATED = "incubation.assessment.related"
    DETECTED = "incubation.assessment.detected"
    NOT_DECLARED = "incubation.assessment.not_declared"
    DECLARED_ALREADY = "incubation.assessment.declared_already"
    RECUSED = "incubation.assessment.recused"
    NO_WORDS = "incubation.assessment.no_words"
    ALREADY_NAMED = "incubation.assessment.already_named"
    ONE_ASSESSOR = "incubation.assessment.one_assessor"
    MARK_WRONG = "incubation.assessment.mark_wrong"
    MARKS_MISSING = "incubation.assessment.marks_missing"
    NO_RECORD = "incubation.assessment.no_record"
    PAPERS_OPEN = "incubation.assessment.papers_open"
    VERDICT_UNKNOWN = "incubation.assessment.verdict_unknown"
    NO_REASON = "incubation.assessment.no_reason"
    NO_REMINDER = "incubation.assessment.no_reminder"
    STILL_TIME = "incubation.assessment.still_time"


class AssessmentEvent(StrEnum):
    INDICATORS = "incubation.assessment.indicators"
    ANNOUNCED = "incubation.assessment.announced"
    REPORTED = "incubation.assessment.reported"
    ASSESSOR = "incubation.assessment.assessor"
    DECLARED = "incubation.assessment.declared"
    RECUSED = "incubation.assessment.recused_now"
    MARKED = "incubation.assessment.marked"
    INTERVIEWED = "incubation.assessment.interviewed"
    CHECKED = "incubation.assessment.checked"
    PROPOSED = "incubation.assessment.proposed"
    SENT_BACK = "incubation.assessment.sent_back"
    DECIDED = "incubation.assessment.decided"
    REMINDED = "incubation.assessment.reminded"
    ABSENT = "incubation.assessment.absent"


ASSESSORS = 2
GRACE_WORKDAYS = 5
TEXT = 600
SUMMARY = "summary"
