"""Permissions, states and codes of activities."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "activities.read"
    SET_UP = "activities.set_up"
    KEEP = "activities.keep"


class Sound(StrEnum):
    """What a space does with sound: lets it out, keeps it in, wants none."""

    OPEN = "open"
    PROOF = "proof"
    SILENT = "silent"


class GroupKind(StrEnum):
    """What a group does."""

    CHOIR = "choir"
    BAND = "band"
    DANCE = "dance"
    OPERA = "opera"
    TAICHI = "taichi"
    WRITING = "writing"
    CRAFT = "craft"
    OTHER = "other"


class GroupState(StrEnum):
    """A group forms, is filed with its community, is active from its first session on, rests, and ends."""

    FORMING = "forming"
    FILED = "filed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    DISSOLVED = "dissolved"

    @classmethod
    def moves(cls) -> dict["GroupState", frozenset["GroupState"]]:
        return {
            cls.FORMING: frozenset({cls.FILED, cls.DISSOLVED}),
            cls.FILED: frozenset({cls.ACTIVE, cls.SUSPENDED, cls.DISSOLVED}),
            cls.ACTIVE: frozenset({cls.SUSPENDED, cls.DISSOLVED}),
            cls.SUSPENDED: frozenset({cls.ACTIVE, cls.DISSOLVED}),
            cls.DISSOLVED: frozenset(),
        }


class Post(StrEnum):
    """Who somebody is in a group."""

    LEADER = "leader"
    DEPUTY = "deputy"
    MEMBER = "member"


class Origin(StrEnum):
    """How a session came about."""

    WALK_IN = "walk_in"
    BOOKED = "booked"


class Channel(StrEnum):
    """Who put down that somebody came: they themselves by the code at the door, or the keeper for them."""

    DOOR = "door"
    KEEPER = "keeper"


class SessionState(StrEnum):
    """A session runs, is over, and stands in the signed ledger; one that was taken back was none."""

    OPEN = "open"
    CLOSED = "closed"
    SIGNED = "signed"
    VOID = "void"

    @classmethod
    def moves(cls) -> dict["SessionState", frozenset["SessionState"]]:
        return {
            cls.OPEN: frozenset({cls.CLOSED, cls.VOID}),
            cls.CLOSED: frozenset({cls.SIGNED}),
            cls.SIGNED: frozenset(),
            cls.VOID: frozenset(),
        }


class JoiningState(StrEnum):
    """Who comes second asks; all who are there agree, or one does not, or nobody answers in time."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    LAPSED = "lapsed"

    @classmethod
    def moves(cls) -> dict["JoiningState", frozenset["JoiningState"]]:
        over: frozenset[JoiningState] = frozenset()
        return {
            cls.ASKED: frozenset({cls.AGREED, cls.DECLINED, cls.LAPSED}),
            cls.AGREED: over,
            cls.DECLINED: over,
            cls.LAPSED: over,
        }


class Heads(StrEnum):
    """Three kinds of people, never merged: named on a roster, told by a leader, counted by the keeper's eye."""

    NAMED = "named"
    TOLD = "told"
    SEEN = "seen"


class BookingState(StrEnum):
    """A booking holds its zones until it is used, called off, given away, or nobody came."""

    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    RELEASED = "released"
    DISPLACED = "displaced"

    @classmethod
    def moves(cls) -> dict["BookingState", frozenset["BookingState"]]:
        over: frozenset[BookingState] = frozenset()
        return {
            cls.CONFIRMED: frozenset({cls.ARRIVED, cls.CANCELLED, cls.RELEASED, cls.DISPLACED}),
            cls.ARRIVED: frozenset({cls.FINISHED}),
            cls.FINISHED: over,
            cls.CANCELLED: over,
            cls.RELEASED: over,
            cls.DISPLACED: over,
        }


class E(StrEnum):
    """Events."""

    STATION_OPENED = "activities.station_opened"
    DOOR_RENEWED = "activities.door_renewed"
    SPACE_ADDED = "activities.space_added"
    HOURS_PUBLISHED = "activities.hours_published"
    HOURS_ADJUSTED = "activities.hours_adjusted"
    HEADS_LIMITED = "activities.heads_limited"
    GROUP_FORMED = "activities.group_formed"
    GROUP_FILED = "activities.group_filed"
    GROUP_ACTIVE = "activities.group_active"
    GROUP_SUSPENDED = "activities.group_suspended"
    GROUP_RESUMED = "activities.group_resumed"
    GROUP_DISSOLVED = "activities.group_dissolved"
    MEMBER_ADDED = "activities.member_added"
    MEMBER_LEFT = "activities.member_left"
    LEADER_CHANGED = "activities.leader_changed"
    ROSTER_DESTROYED = "activities.roster_destroyed"
    SESSION_OPENED = "activities.session_opened"
    JOINING_ASKED = "activities.joining_asked"
    JOINING_ANSWERED = "activities.joining_answered"
    JOINING_LAPSED = "activities.joining_lapsed"
    JOINED = "activities.joined"
    PART_LEFT = "activities.part_left"
    NAMES_TICKED = "activities.names_ticked"
    HEADS_COUNTED = "activities.heads_counted"
    SESSION_CLOSED = "activities.session_closed"
    LEDGER_SIGNED = "activities.ledger_signed"
    LEDGER_CORRECTED = "activities.ledger_corrected"
    TAKEN_BACK = "activities.taken_back"
    BOOKED = "activities.booked"
    BOOKING_ARRIVED = "activities.booking_arrived"
    BOOKING_CANCELLED = "activities.booking_cancelled"
    BOOKING_RELEASED = "activities.booking_released"
    BOOKING_DISPLACED = "activities.booking_displaced"
    BOOKING_FINISHED = "activities.booking_finished"


class R(StrEnum):
    """Refusals."""

    NO_NAME = "activities.no_name"
    NAME_TAKEN = "activities.name_taken"
    NO_ZONES = "activities.no_zones"
    BAD_CAPACITY = "activities.bad_capacity"
    BAD_PERCENT = "activities.bad_percent"
    SPAN_WRONG = "activities.span_wrong"
    NOT_A_QUARTER = "activities.not_a_quarter"
    PAST = "activities.past"
    TOO_LATE = "activities.too_late"
    NO_GROUND = "activities.no_ground"
    NO_LEADER = "activities.no_leader"
    TOO_FEW = "activities.too_few"
    NOT_AGREED = "activities.not_agreed"
    LISTED_ALREADY = "activities.listed_already"
    LEADER_STAYS = "activities.leader_stays"
    CLOSED = "activities.closed"
    SHUT_TODAY = "activities.shut_today"
    NO_HEADS = "activities.no_heads"
    IN_USE = "activities.in_use"
    BOOKED_NOW = "activities.booked_now"
    FULL = "activities.full"
    QUIET = "activities.quiet"
    THERE_ALREADY = "activities.there_already"
    ASKED_ALREADY = "activities.asked_already"
    NOT_THERE = "activities.not_there"
    NO_ANSWER = "activities.no_answer"
    OVER = "activities.over"
    SIGNED = "activities.signed"
    NOT_SIGNED = "activities.not_signed"
    NOT_COUNTED = "activities.not_counted"
    BELOW_ZERO = "activities.below_zero"
    NOT_FILED = "activities.not_filed"
    TOO_FAR = "activities.too_far"
    TAKEN = "activities.taken"
    QUOTA = "activities.quota"
    BANNED = "activities.banned"
    TOO_EARLY = "activities.too_early"
    NOBODY_CAME = "activities.nobody_came"
