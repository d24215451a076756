"""Media, states and codes of consents."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    ASK = "consents.ask"


class Medium(StrEnum):
    """How somebody is shown. Each is agreed to apart from the others."""

    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    OUTSIDE = "outside"


class Capacity(StrEnum):
    """Who answers: the person, a child together with a guardian, or for the dead the next of kin."""

    OWN = "own"
    WITH_GUARDIAN = "with_guardian"
    KIN = "kin"


class State(StrEnum):
    """What somebody did to a consent; what time did to it is its `Stage`."""

    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    EXPIRED = "expired"

    @classmethod
    def moves(cls) -> dict["State", frozenset["State"]]:
        over: frozenset[State] = frozenset()
        return {
            cls.ASKED: frozenset({cls.GIVEN, cls.DECLINED, cls.REPLACED}),
            cls.GIVEN: frozenset({cls.WITHDRAWN, cls.EXPIRED}),
            cls.DECLINED: over,
            cls.WITHDRAWN: over,
            cls.REPLACED: over,
            cls.EXPIRED: over,
        }


class Stage(StrEnum):
    """Where a consent is at a moment. Silence is no yes."""

    WAITING = "waiting"
    SILENT = "silent"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    EXPIRED = "expired"


class E(StrEnum):
    """Events."""

    ASKED = "consents.asked"
    GIVEN = "consents.given"
    DECLINED = "consents.declined"
    WITHDRAWN = "consents.withdrawn"
    EXPIRED = "consents.expired"
    FORGOTTEN = "consents.forgotten"


class R(StrEnum):
    """Refusals."""

    ASKED_LATELY = "consents.asked_lately"
    STANDS = "consents.stands"
    MANAGER_ASKS = "consents.manager_asks"
    NO_MEDIA = "consents.no_media"
    BAD_MONTHS = "consents.bad_months"
    DAY_TOO_SOON = "consents.day_too_soon"
    NO_GUARDIAN = "consents.no_guardian"
    NO_PART = "consents.no_part"
    NO_ANSWER = "consents.no_answer"
    ANSWER_OVER = "consents.answer_over"
    ON_PAPER = "consents.on_paper"
    NO_PAPER = "consents.no_paper"
    NOT_GIVEN = "consents.not_given"
    NO_HOW = "consents.no_how"
