"""Codes of the codes: states, what the public page says, acts, refusals, events, permissions."""

from enum import StrEnum


class P(StrEnum):
    """Permissions. Who may revoke or replace is said by the kind, in permissions of its own app."""

    READ = "codes.read"


class CodeState(StrEnum):
    """What stands in the row. A term that is over shows on the page at once, in the row by the next night."""

    VALID = "valid"
    ENDED = "ended"
    REVOKED = "revoked"
    REPLACED = "replaced"


class Standing(StrEnum):
    """The one word of the public page."""

    TO_COME = "to_come"
    VALID = "valid"
    ENDED = "ended"
    REVOKED = "revoked"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


class Change(StrEnum):
    """What may be asked for on the page of a code."""

    REVOKE = "revoke"
    REPLACE = "replace"


class Duty(StrEnum):
    """In what somebody has had a hand: what comes next is another's."""

    ASKER = "asker"


class R(StrEnum):
    """Refusals."""

    NOT_VALID = "codes.not_valid"
    NO_REASON = "codes.no_reason"
    ASKED_ALREADY = "codes.asked_already"
    NOTHING_ASKED = "codes.nothing_asked"
    ISSUED_ALREADY = "codes.issued_already"


class E(StrEnum):
    """Events."""

    ISSUED = "codes.issued"
    ENDED = "codes.ended"
    ASKED = "codes.asked"
    DECLINED = "codes.declined"
    REVOKED = "codes.revoked"
    REPLACED = "codes.replaced"
