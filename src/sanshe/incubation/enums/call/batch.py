"""A batch 批次 and its call 招募公告: states, moves, refusals, events."""

from enum import StrEnum


class BatchState(StrEnum):
    """Where a batch stands; each gate opens the next."""

    PLANNED = "planned"
    OPEN = "open"
    SCREENING = "screening"
    REVIEWING = "reviewing"
    DECIDED = "decided"
    NOTICED = "noticed"
    SIGNING = "signing"
    INCUBATING = "incubating"
    ASSESSING = "assessing"
    CLOSED_OUT = "closed_out"

    @classmethod
    def moves(cls) -> dict["BatchState", tuple["BatchState", ...]]:
        line = list(cls)
        return {state: (line[i + 1],) if i + 1 < len(line) else () for i, state in enumerate(line)}


class CallState(StrEnum):
    """One version of the call's text. A correction is a new version; the old one stays readable."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"

    @classmethod
    def moves(cls) -> dict["CallState", tuple["CallState", ...]]:
        return {
            cls.DRAFT: (cls.APPROVED, cls.WITHDRAWN),
            cls.APPROVED: (cls.PUBLISHED, cls.DRAFT, cls.WITHDRAWN),
            cls.PUBLISHED: (cls.REPLACED,),
            cls.REPLACED: (),
            cls.WITHDRAWN: (),
        }


class BatchRefusal(StrEnum):
    """Refusals."""

    STALE = "incubation.batch.stale"
    FROZEN = "incubation.call.frozen"
    NOT_APPROVED = "incubation.call.not_approved"
    NOT_PUBLISHED = "incubation.call.not_published"
    RUBRIC_WRONG = "incubation.call.rubric_wrong"
    DATES_WRONG = "incubation.call.dates_wrong"
    NO_REASON = "incubation.call.no_reason"
    SHORTENED = "incubation.call.shortened"
    NOT_DRAFT = "incubation.call.not_draft"
    NUMBER_TAKEN = "incubation.batch.number_taken"
    PLAN_DATES_WRONG = "incubation.batch.plan_dates_wrong"
    NO_SIDES = "incubation.batch.no_sides"
    NO_CONDITIONS = "incubation.call.no_conditions"
    NO_CENTRE = "incubation.centre.none"
    OPERATOR_NOT_LEGAL_PERSON = "incubation.centre.operator_not_legal_person"


class BatchEvent(StrEnum):
    """Events on the record."""

    PLANNED = "incubation.batch.planned"
    CHANGED = "incubation.batch.changed"
    RUBRIC_SET = "incubation.batch.rubric_set"
    CONDITIONS_SET = "incubation.batch.conditions_set"
    MOVED = "incubation.batch.moved"
    DRAFTED = "incubation.call.drafted"
    REDRAFTED = "incubation.call.redrafted"
    APPROVED = "incubation.call.approved"
    SENT_BACK = "incubation.call.sent_back"
    PUBLISHED = "incubation.call.published"
    AMENDED = "incubation.call.amended"
    WITHDRAWN = "incubation.call.withdrawn"
    PACKED = "incubation.batch.packed"
