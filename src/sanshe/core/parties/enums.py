"""Codes of parties."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "parties.read"
    WRITE = "parties.write"
    REVEAL = "parties.reveal"
    OFFICES = "parties.offices"
    PERSONS_READ = "parties.persons.read"
    PERSONS_WRITE = "parties.persons.write"
    PERSONS_REVEAL = "parties.persons.reveal"


class Kind(StrEnum):
    """What sort of organisation it is in law. Enterprises and public bodies are no social organisations."""

    ASSOCIATION = "association"
    SERVICE = "service"
    FOUNDATION = "foundation"
    OTHER = "other"
    FORMING = "forming"
    ENTERPRISE = "enterprise"
    PUBLIC_BODY = "public_body"


class Side(StrEnum):
    """What an office does with a work: carries it out, or approves it."""

    RUNS = "runs"
    APPROVES = "approves"


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
    MAYBE_THERE = "parties.maybe_there"
    CODE_TAKEN = "parties.code_taken"
    NO_FILING = "parties.no_filing"
    STALE = "parties.stale"
    MERGE_SELF = "parties.merge_self"
    MERGED_ALREADY = "parties.merged_already"
    MERGE_UNKNOWN = "parties.merge_unknown"
    MERGE_NOT_ASKED = "parties.merge_not_asked"
    MERGE_SAME_PERSON = "parties.merge_same_person"
    MERGE_BOTH_RUN = "parties.merge_both_run"
    NO_PHONE = "parties.no_phone"
    PHONE_TAKEN = "parties.phone_taken"
    NO_REASON = "parties.no_reason"
    PERSON_GONE = "parties.person_gone"
    SAME_ROW = "parties.same_row"
    NOT_ALIKE = "parties.not_alike"
    NO_PREFIX = "parties.no_prefix"
    LETTERS_WRONG = "parties.letters_wrong"
    OFFICE_TAKEN = "parties.office_taken"
    NO_OFFICE = "parties.no_office"
    NO_OPERATOR = "parties.no_operator"
    NOT_YOUR_AREA = "parties.not_your_area"


class E(StrEnum):
    """Events."""

    REGISTERED = "parties.registered"
    CHANGED = "parties.changed"
    SHOWN = "parties.shown"
    PROVEN = "parties.proven"
    MERGE_ASKED = "parties.merge_asked"
    MERGE_DROPPED = "parties.merge_dropped"
    MERGED = "parties.merged"
    PERSON_KNOWN = "parties.person_known"
    PERSON_CORRECTED = "parties.person_corrected"
    PERSON_MERGED = "parties.person_merged"
    PERSON_DESTROYED = "parties.person_destroyed"
    PERSON_SHOWN = "parties.person_shown"
    OFFICE_OPENED = "parties.office_opened"
    OFFICE_CHANGED = "parties.office_changed"
