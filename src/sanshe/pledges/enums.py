"""Roles, permissions, states and codes of pledges."""

from enum import StrEnum


class Role(StrEnum):
    """The roles that pledges bring along."""

    TRAFFIC_OFFICER = "traffic_officer"
    CIVILITY_OFFICER = "civility_officer"


class P(StrEnum):
    """Permissions."""

    READ = "pledges.read"
    PLAN = "pledges.plan"
    APPROVE = "pledges.approve"
    SESSION = "pledges.session"
    WITNESS = "pledges.witness"
    VOID = "pledges.void"
    NAMES = "pledges.names"
    UNIT = "pledges.unit"


class CampaignState(StrEnum):
    """A campaign is open until it is closed; its days say when one signs."""

    OPEN = "open"
    CLOSED = "closed"

    @classmethod
    def moves(cls) -> dict["CampaignState", frozenset["CampaignState"]]:
        return {cls.OPEN: frozenset({cls.CLOSED}), cls.CLOSED: frozenset()}


class TextState(StrEnum):
    """A version is drafted, in force once somebody else approved it, and replaced by the next."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    DROPPED = "dropped"

    @classmethod
    def moves(cls) -> dict["TextState", frozenset["TextState"]]:
        return {
            cls.DRAFT: frozenset({cls.IN_FORCE, cls.DROPPED}),
            cls.IN_FORCE: frozenset({cls.REPLACED}),
            cls.REPLACED: frozenset(),
            cls.DROPPED: frozenset(),
        }


class PledgeState(StrEnum):
    """What somebody did to a pledge. It stands until then; what time does to it is its `Stage`."""

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    VOID = "void"

    @classmethod
    def moves(cls) -> dict["PledgeState", frozenset["PledgeState"]]:
        ended: frozenset[PledgeState] = frozenset()
        return {
            cls.STANDS: frozenset({cls.WITHDRAWN, cls.RENEWED, cls.VOID}),
            cls.WITHDRAWN: ended,
            cls.RENEWED: frozenset({cls.STANDS}),  # the new signature was taken back in its ten minutes
            cls.VOID: ended,
        }


class Stage(StrEnum):
    """Where a pledge is at a moment: signed counts nowhere, in force counts, and each way of ending is told apart."""

    SIGNED = "signed"
    EFFECTIVE = "effective"
    EXPIRED = "expired"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    VOID = "void"


class Ground(StrEnum):
    """Why a pledge is void: these four and no other."""

    NOT_THE_PERSON = "not_the_person"
    DOUBLE = "double"
    NO_WITNESS = "no_witness"
    UNDER_AGE = "under_age"


class Way(StrEnum):
    """How the same text was shown, where not as it comes: larger."""

    LARGE = "large"


class Duty(StrEnum):
    """What somebody did with a text, for which the next step takes another person."""

    WRITER = "writer"


class E(StrEnum):
    """Events."""

    CAMPAIGN_OPENED = "pledges.campaign_opened"
    CAMPAIGN_CLOSED = "pledges.campaign_closed"
    TEXT_DRAFTED = "pledges.text_drafted"
    TEXT_DROPPED = "pledges.text_dropped"
    TEXT_APPROVED = "pledges.text_approved"
    LESSON_ADDED = "pledges.lesson_added"
    SESSION_PLANNED = "pledges.session_planned"
    SESSION_HELD = "pledges.session_held"
    COUNTED = "pledges.counted"
    UNIT_JOINED = "pledges.unit_joined"
    DRIVERS_COUNTED = "pledges.drivers_counted"
    SIGNED = "pledges.signed"
    TAKEN_BACK = "pledges.taken_back"
    WITHDRAWN = "pledges.withdrawn"
    RENEWED = "pledges.renewed"
    VOIDED = "pledges.voided"
    PLACED = "pledges.placed"
    SHEET_ENTERED = "pledges.sheet_entered"


class R(StrEnum):
    """Refusals."""

    NO_NAME = "pledges.no_name"
    DAYS_WRONG = "pledges.days_wrong"
    CLOSED = "pledges.closed"
    NOT_OPEN = "pledges.not_open"
    NO_TEXT = "pledges.no_text"
    NO_CHANGE = "pledges.no_change"
    DRAFT_OPEN = "pledges.draft_open"
    TEXT_CHANGED = "pledges.text_changed"
    NOT_OWN_PHONE = "pledges.not_own_phone"
    UNDER_AGE = "pledges.under_age"
    ALREADY = "pledges.already"
    NO_WITNESS = "pledges.no_witness"
    WITNESS_SIGNS = "pledges.witness_signs"
    PAPER_LATE = "pledges.paper_late"
    PAPER_EARLY = "pledges.paper_early"
    NO_ROWS = "pledges.no_rows"
    TWICE_ON_PAPER = "pledges.twice_on_paper"
    ENDED = "pledges.ended"
    NO_GROUND = "pledges.no_ground"
    NOT_SHOWN = "pledges.not_shown"
    OVER_COUNT = "pledges.over_count"
    HAS_JOINED = "pledges.has_joined"
    COUNT_BEFORE = "pledges.count_before"
    NO_COUNT = "pledges.no_count"
    COUNT_AHEAD = "pledges.count_ahead"
    NO_HEADS = "pledges.no_heads"
    NOT_BEGUN = "pledges.not_begun"
    LEFT_OVER = "pledges.left_over"
