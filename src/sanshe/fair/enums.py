"""Permissions, states and codes of fairs."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "fair.read"
    PLAN = "fair.plan"
    CHECK = "fair.check"
    DESK = "fair.desk"
    RULE = "fair.rule"
    COUNTERSIGN = "fair.countersign"


class Mode(StrEnum):
    """How one answers: the slip is torn and told at the desk, a telephone sends it, or both."""

    PAPER = "paper"
    PHONE = "phone"
    MIXED = "mixed"


class Authority(StrEnum):
    """Whose answer counts when two are right."""

    BOOK = "book"
    RULING = "ruling"


class FairState(StrEnum):
    """The rule stands still from the first slip that hangs; the account is signed by two."""

    PLANNED = "planned"
    HUNG = "hung"
    CLOSED = "closed"
    SIGNED = "signed"
    COUNTERSIGNED = "countersigned"

    @classmethod
    def moves(cls) -> dict["FairState", frozenset["FairState"]]:
        return {
            cls.PLANNED: frozenset({cls.HUNG}),
            cls.HUNG: frozenset({cls.CLOSED}),
            cls.CLOSED: frozenset({cls.SIGNED}),
            cls.SIGNED: frozenset({cls.COUNTERSIGNED}),
            cls.COUNTERSIGNED: frozenset(),
        }


class RiddleState(StrEnum):
    """A slip hangs, is torn off and hung back, until it is won, sealed, or the fair is over."""

    DRAFT = "draft"
    CHECKED = "checked"
    HUNG = "hung"
    HELD = "held"
    WON = "won"
    SEALED = "sealed"
    EXPIRED = "expired"

    @classmethod
    def moves(cls) -> dict["RiddleState", frozenset["RiddleState"]]:
        over: frozenset[RiddleState] = frozenset()
        return {
            cls.DRAFT: frozenset({cls.CHECKED}),
            cls.CHECKED: frozenset({cls.DRAFT, cls.HUNG}),
            cls.HUNG: frozenset({cls.HELD, cls.WON, cls.SEALED, cls.EXPIRED}),
            cls.HELD: frozenset({cls.HUNG, cls.WON, cls.SEALED, cls.EXPIRED}),
            cls.WON: over,
            cls.SEALED: over,
            cls.EXPIRED: over,
        }


class Twist(StrEnum):
    """How an answer is twisted: two signs read backwards, three and more."""

    PLAIN = "plain"
    SWING = "swing"
    BLIND = "blind"


class Lint(StrEnum):
    """What the book warns of."""

    SHOWS = "shows"
    LENGTH = "length"
    TWICE = "twice"


class Channel(StrEnum):
    """Where something was answered."""

    PHONE = "phone"
    DESK = "desk"
    PAPER = "paper"


class Verdict(StrEnum):
    """What an answer is; only a wrong one uses a try."""

    RIGHT = "right"
    WRONG = "wrong"
    REREAD = "reread"
    LENGTH = "length"


class WinState(StrEnum):
    """A win waits for its prize, has it, or came too late for it."""

    PENDING = "pending"
    REDEEMED = "redeemed"
    LAPSED = "lapsed"

    @classmethod
    def moves(cls) -> dict["WinState", frozenset["WinState"]]:
        return {
            cls.PENDING: frozenset({cls.REDEEMED, cls.LAPSED}),
            cls.REDEEMED: frozenset({cls.PENDING}),  # its prize was taken back by two people
            cls.LAPSED: frozenset(),
        }


class AwardState(StrEnum):
    """A prize was handed out, or that was taken back."""

    HANDED = "handed"
    VOID = "void"

    @classmethod
    def moves(cls) -> dict["AwardState", frozenset["AwardState"]]:
        return {cls.HANDED: frozenset({cls.VOID}), cls.VOID: frozenset()}


class GoodKind(StrEnum):
    """What goods are for: riddles, games, things that are made."""

    PRIZE = "prize"
    GIFT = "gift"
    MATERIAL = "material"


class DeskState(StrEnum):
    """A desk has its range and its prizes from its opening to the end of the fair."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"

    @classmethod
    def moves(cls) -> dict["DeskState", frozenset["DeskState"]]:
        return {
            cls.PLANNED: frozenset({cls.OPEN, cls.CLOSED}),
            cls.OPEN: frozenset({cls.CLOSED}),
            cls.CLOSED: frozenset(),
        }


class RulingKind(StrEnum):
    """What two people decide together: another answer, a prize taken back."""

    ANSWER = "answer"
    VOID = "void"


class RulingState(StrEnum):
    """One asks, another one agrees or does not."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"

    @classmethod
    def moves(cls) -> dict["RulingState", frozenset["RulingState"]]:
        over: frozenset[RulingState] = frozenset()
        return {cls.ASKED: frozenset({cls.AGREED, cls.REFUSED}), cls.AGREED: over, cls.REFUSED: over}


class Duty(StrEnum):
    """What somebody did, for which the next step takes another person."""

    WRITER = "fair.writer"
    ASKER = "fair.asker"
    KEEPER = "fair.keeper"


class E(StrEnum):
    """Events."""

    PLANNED = "fair.planned"
    RULE_CHANGED = "fair.rule_changed"
    GOOD_ADDED = "fair.good_added"
    STOCK_BROUGHT = "fair.stock_brought"
    DESK_PLANNED = "fair.desk_planned"
    DESK_OPENED = "fair.desk_opened"
    DESK_HANDED_OVER = "fair.desk_handed_over"
    BOOK_ENTERED = "fair.book_entered"
    RIDDLE_CHANGED = "fair.riddle_changed"
    RIDDLES_CHECKED = "fair.riddles_checked"
    SLIPS_PRINTED = "fair.slips_printed"
    SLIP_REPRINTED = "fair.slip_reprinted"
    WAVE_HUNG = "fair.wave_hung"
    CARDS_MADE = "fair.cards_made"
    CARD_RENEWED = "fair.card_renewed"
    ANSWERED = "fair.answered"
    TORN = "fair.torn"
    LOOKED = "fair.looked"
    PUT_BACK = "fair.put_back"
    WON = "fair.won"
    HANDED_OUT = "fair.handed_out"
    TURNED_AWAY = "fair.turned_away"
    SEALED = "fair.sealed"
    RULING_ASKED = "fair.ruling_asked"
    RULING_AGREED = "fair.ruling_agreed"
    RULING_REFUSED = "fair.ruling_refused"
    REJUDGED = "fair.rejudged"
    TAKEN_BACK = "fair.taken_back"
    CLOSED = "fair.closed"
    STOCK_COUNTED = "fair.stock_counted"
    SIGNED = "fair.signed"
    COUNTERSIGNED = "fair.countersigned"
    FORGOTTEN = "fair.forgotten"


class R(StrEnum):
    """Refusals."""

    NO_NAME = "fair.no_name"
    HOURS_WRONG = "fair.hours_wrong"
    RULE_FROZEN = "fair.rule_frozen"
    NO_LIMIT = "fair.no_limit"
    GOOD_THERE = "fair.good_there"
    BAD_AMOUNT = "fair.bad_amount"
    RANGE_WRONG = "fair.range_wrong"
    RANGE_TAKEN = "fair.range_taken"
    NOT_A_KEEPER = "fair.not_a_keeper"
    NOT_YOUR_DESK = "fair.not_your_desk"
    DESK_SHUT = "fair.desk_shut"
    NO_RIDDLE = "fair.no_riddle"
    NO_TEXT = "fair.no_text"
    NO_HINT = "fair.no_hint"
    NO_SOLUTION = "fair.no_solution"
    BAD_LINE = "fair.bad_line"
    BOOK_THERE = "fair.book_there"
    NOT_CHECKED = "fair.not_checked"
    NOT_PRINTED = "fair.not_printed"
    NO_DESK_FOR = "fair.no_desk_for"
    NOTHING_TO_HANG = "fair.nothing_to_hang"
    NOT_RUNNING = "fair.not_running"
    NO_CARD = "fair.no_card"
    CARD_FULL = "fair.card_full"
    NO_ANSWER = "fair.no_answer"
    WAIT = "fair.wait"
    NO_TRIES = "fair.no_tries"
    TORN = "fair.torn"
    NOT_TORN = "fair.not_torn"
    WON = "fair.won_already"
    SEALED = "fair.sealed"
    NOT_HUNG = "fair.not_hung"
    ONLY_AT_DESK = "fair.only_at_desk"
    NOT_AT_DESK = "fair.not_at_desk"
    LEASED = "fair.leased"
    REDEEMED = "fair.redeemed"
    REDEEMED_JUST_NOW = "fair.redeemed_just_now"
    NO_STOCK = "fair.no_stock"
    LAPSED = "fair.lapsed"
    WRONG_CODE = "fair.wrong_code"
    NO_REASON = "fair.no_reason"
    ANSWER_THERE = "fair.answer_there"
    NOT_HANDED = "fair.not_handed"
    NOTHING_OWED = "fair.nothing_owed"
    RULING_OPEN = "fair.ruling_open"
    PRIZES_WAIT = "fair.prizes_wait"
    NOT_OVER = "fair.not_over"
    ACCOUNT_SIGNED = "fair.account_signed"
    NOT_COUNTED = "fair.not_counted"
    NO_WORDS = "fair.no_words"
