"""Roles, permissions, states and codes of appeals."""

from enum import StrEnum


class Role(StrEnum):
    """The role that appeals bring along."""

    APPEALS_DESK = "appeals_desk"


class P(StrEnum):
    """Permissions."""

    READ = "appeals.read"
    SET = "appeals.set"
    TAKE_IN = "appeals.take_in"
    SCREEN = "appeals.screen"
    DISPATCH = "appeals.dispatch"
    HANDLE = "appeals.handle"
    REVIEW = "appeals.review"
    VERIFY = "appeals.verify"
    CALL = "appeals.call"
    NAMES = "appeals.names"


class State(StrEnum):
    """Where an appeal stands. Outcome, verdict and publicity are fields of their own; a pause belongs to a clock."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REDIRECTED = "redirected"
    DECLINED = "declined"
    ANSWERED = "answered"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    DISPUTED = "disputed"
    IN_HAND = "in_hand"
    HANDLED = "handled"
    VERIFIED = "verified"
    CALLED_BACK = "called_back"
    CLOSED = "closed"
    REDO = "redo"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"

    @classmethod
    def moves(cls) -> dict["State", frozenset["State"]]:
        """An upheld dispute leads back to `ACCEPTED`, where another unit is chosen."""
        screened = (cls.ACCEPTED, cls.REDIRECTED, cls.DECLINED, cls.ANSWERED)
        found: dict[State, tuple[State, ...]] = {
            cls.RECEIVED: (*screened, cls.WITHDRAWN, cls.TAKEN_BACK),
            cls.ACCEPTED: (cls.DISPATCHED, cls.WITHDRAWN),
            cls.DECLINED: (cls.ACCEPTED,),
            cls.DISPATCHED: (cls.SIGNED, cls.DISPUTED, cls.WITHDRAWN),
            cls.SIGNED: (cls.IN_HAND, cls.DISPUTED, cls.WITHDRAWN),
            cls.DISPUTED: (cls.ACCEPTED, cls.DISPATCHED, cls.WITHDRAWN),
            cls.IN_HAND: (cls.HANDLED, cls.WITHDRAWN),
            cls.HANDLED: (cls.VERIFIED, cls.IN_HAND),
            cls.VERIFIED: (cls.CALLED_BACK, cls.CLOSED),
            cls.CALLED_BACK: (cls.CLOSED, cls.REDO),
            cls.REDO: (cls.IN_HAND, cls.DISPATCHED, cls.WITHDRAWN),
            cls.CLOSED: (cls.REOPENED,),
            cls.REOPENED: (cls.IN_HAND, cls.DISPATCHED, cls.WITHDRAWN),
        }
        return {one: frozenset(found.get(one, ())) for one in cls}

    @classmethod
    def over(cls) -> frozenset["State"]:
        """In these nobody has anything left to do."""
        return frozenset({cls.REDIRECTED, cls.DECLINED, cls.ANSWERED, cls.CLOSED, cls.WITHDRAWN, cls.TAKEN_BACK})

    @classmethod
    def in_work(cls) -> frozenset["State"]:
        """In these the clock of handling runs, so that it can be paused, extended, or counted by another category."""
        return frozenset({cls.ACCEPTED, cls.DISPATCHED, cls.SIGNED, cls.DISPUTED, cls.IN_HAND, cls.REDO, cls.REOPENED})


class LegState(StrEnum):
    """A unit's part: sent, signed or disputed by it, done; ended, when another unit has it or nobody any more."""

    SENT = "sent"
    SIGNED = "signed"
    DISPUTED = "disputed"
    DONE = "done"
    ENDED = "ended"

    @classmethod
    def moves(cls) -> dict["LegState", frozenset["LegState"]]:
        return {
            cls.SENT: frozenset({cls.SIGNED, cls.DISPUTED, cls.ENDED}),
            cls.SIGNED: frozenset({cls.DISPUTED, cls.DONE, cls.ENDED}),
            cls.DISPUTED: frozenset({cls.SENT, cls.ENDED}),
            cls.DONE: frozenset({cls.SIGNED, cls.ENDED}),
            cls.ENDED: frozenset(),
        }


class Channel(StrEnum):
    """How it came in."""

    PHONE = "phone"
    WINDOW = "window"
    WEB = "web"
    HOTLINE = "hotline"


class Step(StrEnum):
    """Steps whose terms a district sets for all categories."""

    SCREEN = "screen"
    SIGN = "sign"
    DISPUTE = "dispute"
    REVIEW = "review"
    VERIFY = "verify"
    CALL = "call"
    PAUSES = "pauses"
    REOPEN = "reopen"
    REOPEN_OTHER = "reopen_other"


class ClockKind(StrEnum):
    """What a clock measures."""

    SCREEN = "screen"
    CONTACT = "contact"
    HANDLE = "handle"
    SIGN = "sign"
    LEG = "leg"
    REVIEW = "review"
    VERIFY = "verify"
    CALL = "call"


class Ground(StrEnum):
    """The six grounds on which an appeal is not accepted."""

    EMERGENCY = "emergency"
    IN_PROCEEDINGS = "in_proceedings"
    NOTHING_NEW = "nothing_new"
    SECRET = "secret"
    NOT_PUBLIC_DUTY = "not_public_duty"
    UNLAWFUL = "unlawful"


class Way(StrEnum):
    """How somebody was spoken to."""

    PHONE = "phone"
    VISIT = "visit"
    MESSAGE = "message"


class PauseReason(StrEnum):
    """For what a clock may stand still."""

    RESIDENT = "resident"
    THIRD_PARTY = "third_party"
    SEASON = "season"


class Outcome(StrEnum):
    """What came of it, as the handler reports it."""

    RESOLVED = "resolved"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOT_FOUND = "not_found"


class Reach(StrEnum):
    """What a call came to."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


class Solved(StrEnum):
    """The resident's own verdict."""

    SOLVED = "solved"
    PARTLY = "partly"
    UNSOLVED = "unsolved"


class Satisfied(StrEnum):
    """What the resident said of the handling, unasked. Silence is a value of its own and never counts as satisfied."""

    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"
    UNSAID = "unsaid"


class About(StrEnum):
    """What a resident adds while it is being handled: more of it, that it is not better yet, that it is."""

    MORE = "more"
    NOT_YET = "not_yet"
    BETTER = "better"


class Duty(StrEnum):
    """In what part somebody had a hand: the next step is another's."""

    HANDLER = "handler"
    VERIFIER = "verifier"
    DISPATCHER = "dispatcher"
    DECLINER = "decliner"


class E(StrEnum):
    """Events."""

    CATEGORY_SET = "appeals.category_set"
    DUTY_SET = "appeals.duty_set"
    TERM_SET = "appeals.term_set"
    RECEIVED = "appeals.received"
    ACCEPTED = "appeals.accepted"
    REDIRECTED = "appeals.redirected"
    DECLINED = "appeals.declined"
    ANSWERED = "appeals.answered"
    RECATEGORISED = "appeals.recategorised"
    DISPATCHED = "appeals.dispatched"
    SIGNED = "appeals.signed"
    DISPUTED = "appeals.disputed"
    DISPUTE_UPHELD = "appeals.dispute_upheld"
    DISPUTE_REJECTED = "appeals.dispute_rejected"
    CONTACTED = "appeals.contacted"
    BEGUN = "appeals.begun"
    PAUSED = "appeals.paused"
    RESUMED = "appeals.resumed"
    HANDLED = "appeals.handled"
    VERIFIER_NAMED = "appeals.verifier_named"
    VERIFIED = "appeals.verified"
    SENT_BACK = "appeals.sent_back"
    CALLED = "appeals.called"
    CLOSED = "appeals.closed"
    REDONE = "appeals.redone"
    REOPENED = "appeals.reopened"
    WITHDRAWN = "appeals.withdrawn"
    NIGHT_NOTED = "appeals.night_noted"
    ADDED = "appeals.added"
    TAKEN_BACK = "appeals.taken_back"
    HANDED_OVER = "appeals.handed_over"
    MOVED = "appeals.moved"


class R(StrEnum):
    """Refusals."""

    NO_NAME = "appeals.no_name"
    TERM_WRONG = "appeals.term_wrong"
    NO_TERM = "appeals.no_term"
    NO_TEXT = "appeals.no_text"
    NOT_READ_BACK = "appeals.not_read_back"
    OTHER_DISTRICT = "appeals.other_district"
    NO_GROUND = "appeals.no_ground"
    NO_WORDS = "appeals.no_words"
    NOT_THEIR_DUTY = "appeals.not_their_duty"
    NO_UNIT = "appeals.no_unit"
    DISPUTED_ONCE = "appeals.disputed_once"
    DISPUTE_LATE = "appeals.dispute_late"
    NOT_YOUR_LEG = "appeals.not_your_leg"
    NO_PROOF = "appeals.no_proof"
    PAUSE_CAP = "appeals.pause_cap"
    PAUSED_ALREADY = "appeals.paused_already"
    NOT_PAUSED = "appeals.not_paused"
    CLOCK_OVER = "appeals.clock_over"
    CLOCK_STANDS = "appeals.clock_stands"
    NOT_A_VERIFIER = "appeals.not_a_verifier"
    OWN_CALL = "appeals.own_call"
    NO_VERDICT = "appeals.no_verdict"
    NO_CALLBACK = "appeals.no_callback"
    WINDOW_OVER = "appeals.window_over"
    NIGHT_OVER = "appeals.night_over"
    NIGHT_AHEAD = "appeals.night_ahead"
    NO_MORE = "appeals.no_more"
    NO_SUCH_CODE = "appeals.no_such_code"
