"""The panel 评审小组: sides, duties, relations and what the draw may refuse."""

from enum import StrEnum


class Side(StrEnum):
    """Whom a panelist comes from."""

    BUREAU = "bureau"
    CENTRE = "centre"
    SOCIAL_WORK = "social_work"
    COMMUNITY = "community"


class RelationKind(StrEnum):
    """Why a panelist might not be impartial."""

    SELF_OR_KIN = "self_or_kin"
    SUPERVISOR = "supervisor"
    COOPERATION = "cooperation"
    FOUNDER = "founder"
    LEGAL_REPRESENTATIVE = "legal_representative"
    SAME_PHONE = "same_phone"
    SAME_EMPLOYER = "same_employer"
    SAME_ADDRESS = "same_address"
    SAME_NAME = "same_name"
    AFFILIATE = "affiliate"


class RelationSource(StrEnum):
    DECLARED = "declared"
    DETECTED = "detected"
    BOTH = "both"


class RelationDecision(StrEnum):
    OPEN = "open"
    RECUSED = "recused"
    NO_CONFLICT = "no_conflict"


class SlotState(StrEnum):
    """One applicant's turn on panel day."""

    WAITING = "waiting"
    CALLED = "called"
    PRESENTING = "presenting"
    DONE = "done"
    ABSENT = "absent"

    @classmethod
    def moves(cls) -> dict["SlotState", tuple["SlotState", ...]]:
        return {
            cls.WAITING: (cls.CALLED,),
            cls.CALLED: (cls.PRESENTING, cls.WAITING, cls.ABSENT),
            cls.PRESENTING: (cls.DONE,),
            cls.DONE: (),
            cls.ABSENT: (),
        }


class PanelRefusal(StrEnum):
    NOT_A_PANELIST = "incubation.panel.not_a_panelist"
    NO_PANELIST = "incubation.panel.no_panelist"
    LOCKED = "incubation.panel.locked"
    SEATED = "incubation.panel.seated"
    ALREADY_DECLARED = "incubation.panel.already_declared"
    NOT_DECLARED = "incubation.panel.not_declared"
    RELATION_UNANSWERED = "incubation.panel.relation_unanswered"
    NO_REASON = "incubation.panel.no_reason"
    RELATIONS_OPEN = "incubation.panel.relations_open"
    DECIDER_SCORES = "incubation.panel.decider_scores"
    DECIDER_HANDLES = "incubation.panel.decider_handles"
    DECIDER_FROM_CENTRE = "incubation.panel.decider_from_centre"
    SAME_DECIDER = "incubation.panel.same_decider"
    DRAW_SEALED = "incubation.panel.draw_sealed"
    DRAW_NOT_SEALED = "incubation.panel.draw_not_sealed"
    DRAW_SIDE_MISSING = "incubation.panel.draw_side_missing"
    DRAW_HALF = "incubation.panel.draw_half"
    DRAW_NUMBER_WRONG = "incubation.panel.draw_number_wrong"
    DRAW_DONE = "incubation.panel.draw_done"
    NOT_DRAWN = "incubation.panel.not_drawn"
    SCREENING_OPEN = "incubation.panel.screening_open"
    SIDES_WRONG = "incubation.panel.sides_wrong"


class PanelEvent(StrEnum):
    APPOINTED = "incubation.panel.appointed"
    DISMISSED = "incubation.panel.dismissed"
    DETECTED = "incubation.panel.detected"
    DECLARED = "incubation.panel.declared"
    DECIDED = "incubation.panel.decided"
    DRAW_SEALED = "incubation.panel.draw_sealed"
    APPENDED = "incubation.panel.appended"
    DRAWN = "incubation.panel.drawn"
    LOCKED = "incubation.panel.locked"


DRAW_SIDES = ("bureau", "centre", "organisations")
