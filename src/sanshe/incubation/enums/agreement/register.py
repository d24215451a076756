"""The register of incubated organisations 孵化登记."""

from enum import StrEnum


class EntryState(StrEnum):
    IN_INCUBATION = "in_incubation"
    GRADUATED = "graduated"
    LEFT = "left"

    @classmethod
    def moves(cls) -> dict["EntryState", tuple["EntryState", ...]]:
        return {cls.IN_INCUBATION: (cls.GRADUATED, cls.LEFT), cls.GRADUATED: (), cls.LEFT: ()}


class RegisterRefusal(StrEnum):
    ALREADY_IN = "incubation.register.already_in"
    NO_LEGAL_IDENTITY = "incubation.register.no_legal_identity"


class RegisterEvent(StrEnum):
    ENTERED = "incubation.register.entered"
    GRADUATED = "incubation.register.graduated"


class TotalName(StrEnum):
    """What the total of the register may be called: entered, or incubated once everybody's time has ended."""

    ENTERED = "entered"
    INCUBATED = "incubated"
