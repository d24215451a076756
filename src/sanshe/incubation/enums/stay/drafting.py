"""Forms kept as they are typed: why a field is not kept."""

from enum import StrEnum


class DraftRefusal(StrEnum):
    UNKNOWN_FIELD = "incubation.draft.unknown_field"
    TOO_LONG = "incubation.draft.too_long"
    NO_DAY = "incubation.draft.no_day"
    CLOSED = "incubation.draft.closed"
    STALE = "incubation.draft.stale"
    INCOMPLETE = "incubation.draft.incomplete"
    NO_WORDS = "incubation.draft.no_words"
    OWN_HAND = "incubation.draft.own_hand"
    MOVE_NOT_ALLOWED = "incubation.draft.move_not_allowed"


class PaperState(StrEnum):
    """What an organisation in incubation hands in: a plan, a report."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    AGREED = "agreed"

    @classmethod
    def moves(cls) -> dict["PaperState", tuple["PaperState", ...]]:
        return {
            cls.DRAFT: (cls.SUBMITTED,),
            cls.SUBMITTED: (cls.RETURNED, cls.AGREED, cls.DRAFT),
            cls.RETURNED: (cls.SUBMITTED,),
            cls.AGREED: (),
        }

    @classmethod
    def writable(cls) -> tuple["PaperState", ...]:
        return (cls.DRAFT, cls.RETURNED)
