"""Roles, permissions, states and codes of patrol."""

from enum import StrEnum


class Role(StrEnum):
    """The role that patrol brings along."""

    PROGRAMME_OFFICER = "programme_officer"


class P(StrEnum):
    """Permissions."""

    READ = "patrol.read"
    PLAN = "patrol.plan"
    ASSIGN = "patrol.assign"
    ADD = "patrol.add"
    VISIT = "patrol.visit"
    GIVE = "patrol.give"
    RECTIFY = "patrol.rectify"
    RECHECK = "patrol.recheck"
    GRANT = "patrol.grant"
    SUSPEND = "patrol.suspend"


class ProgrammeState(StrEnum):
    """A programme runs for its season and is closed once."""

    OPEN = "open"
    CLOSED = "closed"

    @classmethod
    def moves(cls) -> dict["ProgrammeState", frozenset["ProgrammeState"]]:
        return {cls.OPEN: frozenset({cls.CLOSED}), cls.CLOSED: frozenset()}


class RoundKind(StrEnum):
    """Whether a round goes to every door or to those of key compounds."""

    FULL = "full"
    KEY = "key"


class RoundState(StrEnum):
    """A round is planned, runs once its frame is frozen, and is closed."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"

    @classmethod
    def moves(cls) -> dict["RoundState", frozenset["RoundState"]]:
        return {
            cls.PLANNED: frozenset({cls.RUNNING}),
            cls.RUNNING: frozenset({cls.CLOSED}),
            cls.CLOSED: frozenset(),
        }


class Outcome(StrEnum):
    """What came of going to a door."""

    CHECKED = "checked"
    LOCKED = "locked"
    REFUSED = "refused"
    NOT_FOUND = "not_found"


class Missing(StrEnum):
    """Why a door was not there. An empty house is one of these, no outcome of its own."""

    VACANT = "vacant"
    SHUT = "shut"
    MOVED = "moved"
    RENOVATING = "renovating"
    DEMOLISHED = "demolished"
    DUPLICATE = "duplicate"
    NO_ADDRESS = "no_address"


class Purpose(StrEnum):
    """For what somebody went to a door: the round, or to see whether a finding is gone."""

    ROUND = "round"
    RECHECK = "recheck"


class Heating(StrEnum):
    """With what a home is heated."""

    CENTRAL = "central"
    GAS = "gas"
    ELECTRIC = "electric"
    COAL = "coal"


class Result(StrEnum):
    """What was seen behind a door that was checked, the gravest last. The last three open a finding."""

    CLEAR = "clear"
    STOVE_ONLY = "stove_only"
    STORED = "stored"
    IN_USE = "in_use"
    SOLD = "sold"


class FindingState(StrEnum):
    """Where a finding stands. It is closed by a visit of somebody else, never by a button."""

    FOUND = "found"
    ASSIGNED = "assigned"
    REPORTED = "reported"
    REFERRED = "referred"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    NOT_ESTABLISHED = "not_established"

    @classmethod
    def moves(cls) -> dict["FindingState", frozenset["FindingState"]]:
        """The table of rulings 2.4; back from reported to assigned is 返工."""
        return {
            cls.FOUND: frozenset({cls.ASSIGNED, cls.REPORTED, cls.REFERRED, cls.SUSPENDED, cls.NOT_ESTABLISHED}),
            cls.ASSIGNED: frozenset({cls.REPORTED, cls.REFERRED, cls.SUSPENDED, cls.NOT_ESTABLISHED}),
            cls.REPORTED: frozenset({cls.CLOSED, cls.ASSIGNED}),
            cls.REFERRED: frozenset({cls.REPORTED}),
            cls.SUSPENDED: frozenset({cls.ASSIGNED}),
            cls.CLOSED: frozenset(),
            cls.NOT_ESTABLISHED: frozenset(),
        }


OPEN = (
    FindingState.FOUND,
    FindingState.ASSIGNED,
    FindingState.REPORTED,
    FindingState.REFERRED,
    FindingState.SUSPENDED,
)
"""What counts as 未销号."""
FINDS = frozenset({Result.STORED, Result.IN_USE, Result.SOLD})
"""Results that open a finding."""


class DayReport(StrEnum):
    """What a community reports of a day."""

    FOUND = "found"
    ZERO = "zero"
    IDLE = "idle"


class Department(StrEnum):
    """To whom a finding goes that is not the community's."""

    MARKET = "market"
    URBAN = "urban"
    ENERGY = "energy"
    TRAFFIC = "traffic"
    ECOLOGY = "ecology"


class Consent(StrEnum):
    """By what coal was taken away: the household agreed, or a second witness stood by."""

    HOUSEHOLD = "household"
    WITNESS = "witness"


class Wish(StrEnum):
    """What is asked for a finding: more days, or that it waits."""

    EXTENSION = "extension"
    SUSPENSION = "suspension"


class Duty(StrEnum):
    """Who has had a hand in a finding and is not the one of the next step."""

    FINDER = "finder"
    RECTIFIER = "rectifier"
    ASKER = "asker"


class E(StrEnum):
    """Events."""

    PROGRAMME_OPENED = "patrol.programme_opened"
    PROGRAMME_CLOSED = "patrol.programme_closed"
    ROUND_PLANNED = "patrol.round_planned"
    FRAME_FROZEN = "patrol.frame_frozen"
    STOPS_ASSIGNED = "patrol.stops_assigned"
    STOP_ADDED = "patrol.stop_added"
    STOPS_MOVED = "patrol.stops_moved"
    ROUND_CLOSED = "patrol.round_closed"
    VISITS_RECORDED = "patrol.visits_recorded"
    VISIT_CORRECTED = "patrol.visit_corrected"
    FOUND = "patrol.found"
    ASSIGNED = "patrol.assigned"
    REPORTED = "patrol.reported"
    RECHECKER_NAMED = "patrol.rechecker_named"
    RECHECKED = "patrol.rechecked"
    REFERRED = "patrol.referred"
    ANSWERED = "patrol.answered"
    ASKED = "patrol.asked"
    GRANTED = "patrol.granted"
    DECLINED = "patrol.declined"
    RESUMED = "patrol.resumed"


class R(StrEnum):
    """Refusals."""

    NO_NAME = "patrol.no_name"
    SEASON_WRONG = "patrol.season_wrong"
    ROUNDS_OPEN = "patrol.rounds_open"
    SEASON_CLOSED = "patrol.season_closed"
    ROUND_DAYS_WRONG = "patrol.round_days_wrong"
    ROUND_OPEN = "patrol.round_open"
    FRAME_EMPTY = "patrol.frame_empty"
    FRAME_MOVED = "patrol.frame_moved"
    FRAME_FROZEN = "patrol.frame_frozen"
    NOT_FROZEN = "patrol.not_frozen"
    ROUND_OVER = "patrol.round_over"
    NO_STOPS = "patrol.no_stops"
    NOT_A_WALKER = "patrol.not_a_walker"
    STOP_THERE = "patrol.stop_there"
    NO_PREMISES = "patrol.no_premises"
    PREMISES_MERGED = "patrol.premises_merged"
    NOT_HERE = "patrol.not_here"
    TWICE = "patrol.twice"
    NO_RESULT = "patrol.no_result"
    NO_MISSING_REASON = "patrol.no_missing_reason"
    NO_KG = "patrol.no_kg"
    KG_WITHOUT_COAL = "patrol.kg_without_coal"
    NO_EVIDENCE = "patrol.no_evidence"
    PHOTO_UNASKED = "patrol.photo_unasked"
    BAD_ANSWER = "patrol.bad_answer"
    NOT_YOURS = "patrol.not_yours"
    NO_WHY = "patrol.no_why"
    NO_AGREEMENT = "patrol.no_agreement"
    NO_WORDS = "patrol.no_words"
    NOT_A_RECTIFIER = "patrol.not_a_rectifier"
    NOT_A_RECHECKER = "patrol.not_a_rechecker"
    STAYS_HERE = "patrol.stays_here"
    NO_NUMBER = "patrol.no_number"
    ASKED_ALREADY = "patrol.asked_already"
    ANSWERED_ALREADY = "patrol.answered_already"
    NO_GROUND = "patrol.no_ground"
    LOOK_AGAIN_WRONG = "patrol.look_again_wrong"
    RECHECK_LOCKED = "patrol.recheck_locked"
    EXTENDED_ONCE = "patrol.extended_once"
    TOO_LATE = "patrol.too_late"
    EXTENSION_LONG = "patrol.extension_long"
