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
