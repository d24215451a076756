"""States and codes of the panel's decision 合议决定."""

from enum import StrEnum


class DecisionState(StrEnum):
    """The panel records and submits; somebody of the bureau approves, or sends it back to the panel."""

    OPEN = "open"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SENT_BACK = "sent_back"


class MotionKind(StrEnum):
    """What is put to the vote: many at once, one alone, or the order of those who are equal at a line."""

    BLOCK = "block"
    ALONE = "alone"
    TIE = "tie"


class Side(StrEnum):
    """How one member voted. `LEFT` holds the place of a vote that must never exist."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    LEFT = "left"


class Outcome(StrEnum):
    """What became of a motion."""

    OPEN = "open"
    CARRIED = "carried"
    RECONSIDER = "reconsider"
    FALLEN = "fallen"


class PlaceKind(StrEnum):
    """Where an applicant stands after the decision."""

    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"


class PlaceState(StrEnum):
    """What becomes of a place from the decision to the signature. 异议中 is no state: an open objection blocks."""

    PROPOSED = "proposed"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    NOTICED = "noticed"
    CONFIRMED = "confirmed"
    SIGNED = "signed"
    FALLEN = "fallen"
    LAPSED = "lapsed"

    @classmethod
    def moves(cls) -> dict["PlaceState", tuple["PlaceState", ...]]:
        return {
            cls.PROPOSED: (cls.NOTICED, cls.FALLEN),
            cls.RESERVE: (cls.PROPOSED,),
            cls.NOT_SELECTED: (),
            cls.NOTICED: (cls.CONFIRMED, cls.FALLEN),
            cls.CONFIRMED: (cls.SIGNED, cls.LAPSED),
            cls.SIGNED: (),
            cls.FALLEN: (),
            cls.LAPSED: (),
        }


class R(StrEnum):
    """Refusals."""

    NO_QUORUM = "incubation.decision.no_quorum"
    NOT_PRESENT = "incubation.decision.not_present"
    RECUSED = "incubation.decision.recused"
    VOTED = "incubation.decision.voted"
    NO_CANDIDATE = "incubation.decision.no_candidate"
    NO_SECOND_TIME = "incubation.decision.no_second_time"
    MOTIONS_OPEN = "incubation.decision.motions_open"
    TIE_AT_LINE = "incubation.decision.tie_at_line"
    NO_REASON = "incubation.decision.no_reason"
    NOT_OPEN = "incubation.decision.not_open"
    NOT_SUBMITTED = "incubation.decision.not_submitted"
    NOT_TABULATED = "incubation.decision.not_tabulated"
    STALE = "incubation.decision.stale"


class E(StrEnum):
    """Events on the record."""

    OPENED = "incubation.decision_opened"
    VOTED = "incubation.decision_voted"
    SUBMITTED = "incubation.decision_submitted"
    APPROVED = "incubation.decision_approved"
    SENT_BACK = "incubation.decision_sent_back"
