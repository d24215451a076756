"""Codes of parties."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "parties.read"
    WRITE = "parties.write"
    REVEAL = "parties.reveal"


class Kind(StrEnum):
    """What sort of organisation it is in law."""

    ASSOCIATION = "association"
    SERVICE = "service"
    FOUNDATION = "foundation"
    OTHER = "other"
    FORMING = "forming"


class Registration(StrEnum):
    """Whether it is a legal person, filed with the subdistrict, or neither yet."""

    REGISTERED = "registered"
    FILED = "filed"
    NONE = "none"


class R(StrEnum):
    """Refusals. The first group is about the unified social credit code."""

    CODE_LENGTH = "parties.code_length"
    CODE_LETTER = "parties.code_letter"
    CODE_CHECK = "parties.code_check"
    CODE_BODY = "parties.code_body"
    CODE_AUTHORITY = "parties.code_authority"
    CODE_KIND = "parties.code_kind"
    NO_NAME = "parties.no_name"
    CODE_TAKEN = "parties.code_taken"
    NO_FILING = "parties.no_filing"
    STALE = "parties.stale"


class E(StrEnum):
    """Events."""

    REGISTERED = "parties.registered"
    CHANGED = "parties.changed"
    SHOWN = "parties.shown"
