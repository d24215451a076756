"""The register of incubated organisations 孵化登记."""

from enum import StrEnum


class EntryState(StrEnum):
    IN_INCUBATION = "in_incubation"
    GRADUATED = "graduated"
    LEFT = "left"


class RegisterRefusal(StrEnum):
    ALREADY_IN = "incubation.register.already_in"
    NO_LEGAL_IDENTITY = "incubation.register.no_legal_identity"


class RegisterEvent(StrEnum):
    ENTERED = "incubation.register.entered"
    GRADUATED = "incubation.register.graduated"
