"""Permissions, levels, states and codes of creation."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "creation.read"
    SCHEME = "creation.scheme"
    APPLY = "creation.apply"
    APPLY_STREET = "creation.apply_street"
    RECOMMEND = "creation.recommend"
    RECOMMEND_STREET = "creation.recommend_street"
    ATTEST = "creation.attest"
    DECIDE = "creation.decide"
    TIP = "creation.tip"
    OBJECTION = "creation.objection.handle"


class Level(StrEnum):
    """Who may be named: a unit, a community, a subdistrict."""

    UNIT = "unit"
    COMMUNITY = "community"
    STREET = "street"


class SchemeState(StrEnum):
    """A scheme is prepared, takes applications once it is open, and is closed once."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"

    @classmethod
    def moves(cls) -> dict["SchemeState", frozenset["SchemeState"]]:
        return {cls.DRAFT: frozenset({cls.OPEN}), cls.OPEN: frozenset({cls.CLOSED}), cls.CLOSED: frozenset()}


class Source(StrEnum):
    """What shows that a criterion is met: the applicant's own words, a record of this house, what the police answer."""

    WORDS = "words"
    RECORD = "record"
    POLICE = "police"


class State(StrEnum):
    """How far an application is. What becomes of a title is its own `TitleState`."""

    INTENT = "intent"
    APPLIED = "applied"
    ASSESSED = "assessed"
    RECOMMENDED = "recommended"
    ASKED = "asked"
    ATTESTED = "attested"
    ON_NOTICE = "on_notice"
    NAMED = "named"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"

    @classmethod
    def moves(cls) -> dict["State", frozenset["State"]]:
        return {
            cls.INTENT: frozenset({cls.APPLIED, cls.WITHDRAWN}),
            cls.APPLIED: frozenset({cls.ASSESSED, cls.WITHDRAWN}),
            cls.ASSESSED: frozenset({cls.RECOMMENDED, cls.APPLIED, cls.WITHDRAWN}),
            cls.RECOMMENDED: frozenset({cls.ASKED}),
            cls.ASKED: frozenset({cls.ATTESTED, cls.FAILED}),
            cls.ATTESTED: frozenset({cls.ON_NOTICE, cls.NAMED, cls.ASKED}),  # named without a notice: a renewal
            cls.ON_NOTICE: frozenset({cls.NAMED, cls.FAILED}),
            cls.FAILED: frozenset({cls.ASKED}),  # the answer was struck the same day
            cls.NAMED: frozenset(),
            cls.WITHDRAWN: frozenset(),
        }

    @classmethod
    def open(cls) -> tuple["State", ...]:
        """While an application is in one of these, no second one is taken."""
        return (cls.INTENT, cls.APPLIED, cls.ASSESSED, cls.RECOMMENDED, cls.ASKED, cls.ATTESTED, cls.ON_NOTICE)


class Reply(StrEnum):
    """All that the police answer."""

    NONE = "none"
    SOME = "some"


class Slip(StrEnum):
    """Why an answer is struck: from this list, for nothing is typed there."""

    WRONG_UNIT = "wrong_unit"
    WRONG_PERIOD = "wrong_period"
    WRONG_ANSWER = "wrong_answer"


class ListState(StrEnum):
    """A list of who is to be named: drafted, approved by another, on notice, and decided name by name."""

    DRAFT = "draft"
    APPROVED = "approved"
    ON_NOTICE = "on_notice"
    DROPPED = "dropped"

    @classmethod
    def moves(cls) -> dict["ListState", frozenset["ListState"]]:
        return {
            cls.DRAFT: frozenset({cls.APPROVED, cls.DROPPED}),
            cls.APPROVED: frozenset({cls.ON_NOTICE, cls.DROPPED}),
            cls.ON_NOTICE: frozenset(),
            cls.DROPPED: frozenset(),
        }


class AwardState(StrEnum):
    """A decision to name is drafted by one and approved by another."""

    DRAFT = "draft"
    APPROVED = "approved"
    DROPPED = "dropped"

    @classmethod
    def moves(cls) -> dict["AwardState", frozenset["AwardState"]]:
        return {
            cls.DRAFT: frozenset({cls.APPROVED, cls.DROPPED}),
            cls.APPROVED: frozenset(),
            cls.DROPPED: frozenset(),
        }


class TitleState(StrEnum):
    """What was done to a title. That its term is over is asked of the clock (`Standing`)."""

    HELD = "held"
    WARNED = "warned"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    ENDED = "ended"

    @classmethod
    def moves(cls) -> dict["TitleState", frozenset["TitleState"]]:
        gone: frozenset[TitleState] = frozenset()
        return {
            cls.HELD: frozenset({cls.WARNED, cls.SUSPENDED, cls.REVOKED, cls.ENDED}),
            cls.WARNED: frozenset({cls.HELD, cls.SUSPENDED, cls.REVOKED, cls.ENDED}),
            cls.SUSPENDED: frozenset({cls.HELD, cls.REVOKED, cls.ENDED}),
            cls.REVOKED: gone,
            cls.ENDED: gone,
        }


class Standing(StrEnum):
    """How a title stands on a day."""

    TO_COME = "to_come"
    HELD = "held"
    WARNED = "warned"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    EXPIRED = "expired"
    ENDED = "ended"


class Ground(StrEnum):
    """Why a title is revoked: which of these a scheme has is said by the scheme."""

    POLICE = "police"
    FALSE_WORDS = "false_words"
    NO_CHECK = "no_check"


class RevocationState(StrEnum):
    """A revocation is told, may be answered, is drafted by one and approved by another, or comes to nothing."""

    TOLD = "told"
    DRAFTED = "drafted"
    DONE = "done"
    DROPPED = "dropped"

    @classmethod
    def moves(cls) -> dict["RevocationState", frozenset["RevocationState"]]:
        return {
            cls.TOLD: frozenset({cls.DRAFTED, cls.DROPPED}),
            cls.DRAFTED: frozenset({cls.DONE, cls.DROPPED}),
            cls.DONE: frozenset(),
            cls.DROPPED: frozenset(),
        }


class TipState(StrEnum):
    """A tip is read, and then it led to a question to the police or to nothing."""

    RECEIVED = "received"
    ASKED = "asked"
    CLOSED = "closed"

    @classmethod
    def moves(cls) -> dict["TipState", frozenset["TipState"]]:
        return {
            cls.RECEIVED: frozenset({cls.ASKED, cls.CLOSED}),
            cls.ASKED: frozenset({cls.CLOSED}),
            cls.CLOSED: frozenset(),
        }


class Duty(StrEnum):
    """What somebody did in a matter, for which the next step takes another person."""

    APPLICANT = "applicant"
    RECOMMENDER = "recommender"
    ATTESTER = "attester"
    DRAFTER = "drafter"


class E(StrEnum):
    """Events."""

    SCHEME_DRAFTED = "creation.scheme_drafted"
    STANDARD_SET = "creation.standard_set"
    SCHEME_OPENED = "creation.scheme_opened"
    SCHEME_CLOSED = "creation.scheme_closed"
    DECLARED = "creation.declared"
    APPLIED = "creation.applied"
    ASSESSED = "creation.assessed"
    SENT_BACK = "creation.sent_back"
    RECOMMENDED = "creation.recommended"
    WITHDRAWN = "creation.withdrawn"
    ASKED = "creation.asked"
    ANSWERED = "creation.answered"
    ANSWER_STRUCK = "creation.answer_struck"
    REMINDED = "creation.reminded"
    LIST_DRAFTED = "creation.list_drafted"
    LIST_APPROVED = "creation.list_approved"
    LIST_DROPPED = "creation.list_dropped"
    LIST_PUBLISHED = "creation.list_published"
    FELL = "creation.fell"
    AWARD_DRAFTED = "creation.award_drafted"
    AWARD_DROPPED = "creation.award_dropped"
    NAMED = "creation.named"
    RENEWED = "creation.renewed"
    REVOCATION_TOLD = "creation.revocation_told"
    HEARD = "creation.heard"
    REVOCATION_DRAFTED = "creation.revocation_drafted"
    REVOCATION_DROPPED = "creation.revocation_dropped"
    REVOKED = "creation.revoked"
    TIPPED = "creation.tipped"
    TIP_CLOSED = "creation.tip_closed"
    TIP_FORGOTTEN = "creation.tip_forgotten"


class R(StrEnum):
    """Refusals."""

    NO_NAME = "creation.no_name"
    NO_PREFIX = "creation.no_prefix"
    TERMS_WRONG = "creation.terms_wrong"
    NO_CRITERIA = "creation.no_criteria"
    NO_RECORD = "creation.no_record"
    NO_STANDARD = "creation.no_standard"
    SCHEME_SHUT = "creation.scheme_shut"
    OPEN = "creation.open"
    HAS_TITLE = "creation.has_title"
    TOO_SOON = "creation.too_soon"
    NO_HEAD = "creation.no_head"
    NO_DRIVERS = "creation.no_drivers"
    NO_WORDS = "creation.no_words"
    RECORD_MISSING = "creation.record_missing"
    NO_REASON = "creation.no_reason"
    SHARE_SHORT = "creation.share_short"
    ANSWER_ONLY = "creation.answer_only"
    ANSWERED = "creation.answered"
    STRIKE_LATE = "creation.strike_late"
    WENT_ON = "creation.went_on"
    NO_NAMES = "creation.no_names"
    NOT_ATTESTED = "creation.not_attested"
    DECIDED = "creation.decided"
    NOT_OVER = "creation.not_over"
    OBJECTED = "creation.objected"
    DAY_WRONG = "creation.day_wrong"
    RENEW_EARLY = "creation.renew_early"
    RENEW_LATE = "creation.renew_late"
    NOT_HELD = "creation.not_held"
    TIP_ONLY = "creation.tip_only"
    NOT_A_GROUND = "creation.not_a_ground"
    NOT_HEARD = "creation.not_heard"
    HEARING_OVER = "creation.hearing_over"
    REVOKING = "creation.revoking"
    NOTHING_SAID = "creation.nothing_said"
