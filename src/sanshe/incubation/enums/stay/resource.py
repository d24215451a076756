"""Resource links 资源链接 among the five 五社: states, refusals, events."""

from enum import StrEnum


class Five(StrEnum):
    COMMUNITY = "community"
    ORGANISATION = "organisation"
    SOCIAL_WORKER = "social_worker"
    VOLUNTEER = "volunteer"
    CHARITY = "charity"


class LinkState(StrEnum):
    PROPOSED = "proposed"
    LINKED = "linked"
    ENDED = "ended"

    @classmethod
    def moves(cls) -> dict["LinkState", tuple["LinkState", ...]]:
        return {cls.PROPOSED: (cls.LINKED, cls.ENDED), cls.LINKED: (cls.ENDED,), cls.ENDED: ()}


class ResourceRefusal(StrEnum):
    NO_ENDS = "incubation.resource.no_ends"
    SAME_ENDS = "incubation.resource.same_ends"
    NO_WHAT = "incubation.resource.no_what"
    AMOUNT_WRONG = "incubation.resource.amount_wrong"
    DAY_TO_COME = "incubation.resource.day_to_come"
    NO_WORDS = "incubation.resource.no_words"


class ResourceEvent(StrEnum):
    PROPOSED = "incubation.resource.proposed"
    LINKED = "incubation.resource.linked"
    ENDED = "incubation.resource.ended"
