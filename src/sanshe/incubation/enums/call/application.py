"""Applications 入驻申请: states and their moves, sections, refusals, events."""

from enum import StrEnum


class ApplicationState(StrEnum):
    """From the draft to the end of panel day; afterwards the applicant's Place says what became of it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    INELIGIBLE = "ineligible"
    OVERDUE = "overdue"
    SCREENED = "screened"
    ABSENT = "absent"
    SCORED = "scored"
    WITHDRAWN = "withdrawn"

    @classmethod
    def moves(cls) -> dict["ApplicationState", tuple["ApplicationState", ...]]:
        return {
            cls.DRAFT: (cls.SUBMITTED, cls.WITHDRAWN),
            cls.SUBMITTED: (cls.DRAFT, cls.RETURNED, cls.INELIGIBLE, cls.SCREENED, cls.WITHDRAWN),
            cls.RETURNED: (cls.SUBMITTED, cls.OVERDUE, cls.WITHDRAWN),
            cls.INELIGIBLE: (cls.SCREENED,),
            cls.OVERDUE: (),
            cls.SCREENED: (cls.SCORED, cls.ABSENT, cls.WITHDRAWN),
            cls.ABSENT: (),
            cls.SCORED: (cls.WITHDRAWN,),
            cls.WITHDRAWN: (),
        }

    @classmethod
    def received(cls) -> tuple["ApplicationState", ...]:
        """States that count as received: all that ever got a number, also when it was withdrawn later."""
        return tuple(state for state in cls if state != cls.DRAFT)

    @classmethod
    def screened_in(cls) -> tuple["ApplicationState", ...]:
        return (cls.SCREENED, cls.SCORED, cls.ABSENT)


class Channel(StrEnum):
    """How an application came: by its own hand, or on paper over the desk."""

    ONLINE = "online"
    DESK = "desk"


class Section(StrEnum):
    """The five sections of the form, in order."""

    ORGANISATION = "organisation"
    PEOPLE = "people"
    CONCEPT = "concept"
    PAPERS = "papers"
    UNDERTAKING = "undertaking"


class ApplicationRefusal(StrEnum):
    """Refusals."""

    NOT_OPEN = "incubation.application.not_open"
    LATE = "incubation.application.late"
    INCOMPLETE = "incubation.application.incomplete"
    NOT_DRAFT = "incubation.application.not_draft"
    STALE = "incubation.application.stale"
    DUPLICATE = "incubation.application.duplicate"
    UNKNOWN_FIELD = "incubation.application.unknown_field"
    TOO_LONG = "incubation.application.too_long"
    RECEIPT_MISSING = "incubation.application.receipt_missing"
    RECEIPT_UNWITNESSED = "incubation.application.receipt_unwitnessed"
    RECEIPT_WITNESSED = "incubation.application.receipt_witnessed"
    RECEIPT_USED = "incubation.application.receipt_used"
    RECEIPT_AHEAD = "incubation.application.receipt_ahead"
    RECEIPT_OUTSIDE = "incubation.application.receipt_outside"
    NO_PROOF = "incubation.application.no_proof"
    NOTHING_TO_PROVE = "incubation.application.nothing_to_prove"
    CODE_IS_ITS_OWN = "incubation.application.code_is_its_own"
    PROVEN_BY_OWN = "incubation.application.proven_by_own"
    DRAWN = "incubation.application.drawn"
    MOVE_NOT_ALLOWED = "incubation.application.move_not_allowed"


class ApplicationEvent(StrEnum):
    """Events on the record; a draft leaves none."""

    SUBMITTED = "incubation.application.submitted"
    LATE = "incubation.application.late_refused"
    TAKEN_BACK = "incubation.application.taken_back"
    WITHDRAWN = "incubation.application.withdrawn"
    IMPORTED = "incubation.application.imported"
    DESK_RECEIVED = "incubation.application.desk_received"
    WITNESSED = "incubation.application.desk_witnessed"
    PROVEN = "incubation.application.proven"
    UNTIED = "incubation.application.untied"
    SHOWN = "incubation.application.shown"
