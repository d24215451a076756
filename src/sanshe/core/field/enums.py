"""Codes of the field: what became of an event, permissions, acts, refusals."""

from enum import StrEnum


class P(StrEnum):
    """Permissions. Who may send and who decides what was kept is said by the kind, in permissions of its own app."""

    READ = "field.read"
    REVOKE = "field.revoke"


class EventState(StrEnum):
    """What became of an event. Whatever it is, the server has it, and the device may let it go."""

    TAKEN = "taken"
    REFUSED = "refused"
    WAITING = "waiting"
    ADMITTED = "admitted"
    SET_ASIDE = "set_aside"

    @classmethod
    def moves(cls) -> dict["EventState", frozenset["EventState"]]:
        """Only what waits for a person is ever moved."""
        nothing: frozenset[EventState] = frozenset()
        return dict.fromkeys(cls, nothing) | {cls.WAITING: frozenset({cls.ADMITTED, cls.SET_ASIDE})}


class Why(StrEnum):
    """Why an event waits for a person."""

    OTHER_CONTENT = "field.other_content"
    NO_TERM = "field.no_term"
    REVOKED = "field.device_revoked"
    FAULT = "field.fault"


class Duty(StrEnum):
    """In what somebody has had a hand: what comes next is another's."""

    SENDER = "sender"


class E(StrEnum):
    """Events."""

    REGISTERED = "field.registered"
    REVOKED = "field.revoked"
    RECEIVED = "field.received"
    ADMITTED = "field.admitted"
    SET_ASIDE = "field.set_aside"
    DESTROYED = "field.destroyed"


class R(StrEnum):
    """Refusals."""

    UNREADABLE = "field.unreadable"
    TOO_MANY = "field.too_many"
    NO_DEVICE = "field.no_device"
    OTHER_PERSON = "field.other_person"
    TOO_MANY_DEVICES = "field.too_many_devices"
    IS_REVOKED = "field.is_revoked"
    NOT_YOURS = "field.not_yours"
    NO_REASON = "field.no_reason"
    NOT_WAITING = "field.not_waiting"
