"""Codes of privacy."""

from enum import StrEnum


class R(StrEnum):
    """Refusals."""

    NO_KEYS = "privacy.no_keys"
    UNKNOWN_KEY = "privacy.unknown_key"
    SPOILT = "privacy.spoilt"
    KEYS_EXIST = "privacy.keys_exist"
    DATA_EXISTS = "privacy.data_exists"


class Mask(StrEnum):
    """How a value is shown to those who may not see it whole."""

    NAME = "name"
    PHONE = "phone"
    CODE = "code"
    ACCOUNT = "account"
    HIDDEN = "hidden"
