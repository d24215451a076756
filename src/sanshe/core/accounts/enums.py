"""Codes of accounts."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "accounts.people.read"
    MANAGE = "accounts.people.manage"


class E(StrEnum):
    """Events."""

    USER_MADE = "accounts.user_made"
    APPOINTED = "accounts.appointed"
    ENDED = "accounts.ended"
    MOVED = "accounts.term_moved"
    HANDED_OVER = "accounts.handed_over"
    LEFT_OPEN = "accounts.left_open"
    SIGNED_IN = "accounts.signed_in"
    LOCKED = "accounts.locked"
    SIGNED_OUT = "accounts.signed_out_by"
    LINKED = "accounts.linked"
    PASSWORD_SET = "accounts.password_set"
    RECOVERED = "accounts.recovered"
    FACTOR_ADDED = "accounts.factor_added"
    FACTOR_REMOVED = "accounts.factor_removed"
    TOKEN_MADE = "accounts.token_made"
    TOKEN_REVOKED = "accounts.token_revoked"
    REKEYED = "privacy.rekeyed"


class R(StrEnum):
    """Refusals."""

    NOT_YOURS = "accounts.not_yours_to_give"
    OWN = "accounts.own_appointment"
    OWN_LINK = "accounts.own_link"
    HAS_PASSWORD = "accounts.has_password"
    APPROVES_YOU = "accounts.approves_you"
    NO_ROLE = "accounts.no_role"
    WRONG_LEVEL = "accounts.wrong_level"
    ENDS_EARLY = "accounts.ends_before_start"
    NO_AREA = "accounts.no_area"
    NO_ORGANISATION = "accounts.no_organisation"
    AREA_UNKNOWN = "accounts.area_unknown"
    ORGANISATION_UNKNOWN = "accounts.organisation_unknown"
    TWICE = "accounts.appointed_twice"
    ALREADY_ENDED = "accounts.already_ended"
    OPEN_DUTIES = "accounts.open_duties"
    NO_SUCCESSOR = "accounts.no_successor"
    HANDED = "accounts.handed_already"
    NAME_TAKEN = "accounts.username_taken"
    NO_NAME = "accounts.no_name"
    NO_PHONE = "accounts.no_phone"
    BAD_PHONE = "accounts.bad_phone"
    WRONG = "accounts.wrong_password"
    LOCKED = "accounts.locked"
    BY_PASSWORD = "accounts.staff_by_password"
    CODE_WRONG = "accounts.code_wrong"
    CODE_OVER = "accounts.code_over"
    CODE_USED = "accounts.code_used"
    CODE_SPENT = "accounts.code_spent"
    TOO_SOON = "accounts.code_too_soon"
    TOO_MANY = "accounts.code_too_many"
    HOUSE_FULL = "accounts.codes_of_house"
    TOO_OFTEN = "accounts.too_often"
    NOT_DEMO = "accounts.not_demo"
    LINK_OVER = "accounts.link_over"
    WEAK = "accounts.weak_password"
    NOT_IN_FORCE = "accounts.not_in_force"


class Standing(StrEnum):
    """Where an appointment stands on a day."""

    TO_COME = "to_come"
    IN_FORCE = "in_force"
    ENDING = "ending"
    OVER = "over"
