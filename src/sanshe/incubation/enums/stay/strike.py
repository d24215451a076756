"""A recorded fact struck 作废: what can be struck, refusals, the event."""

from enum import StrEnum


class Struck(StrEnum):
    """The kinds of recorded facts of a stay that may have been entered wrongly."""

    SUPERVISION = "supervision"
    LINK = "link"
    DESK = "desk"
    GRANT = "grant"
    RECEIPT = "receipt"
    MILESTONE = "milestone"


class StrikeRefusal(StrEnum):
    NO_REASON = "incubation.strike.no_reason"
    STRUCK_ALREADY = "incubation.strike.struck_already"
    ACCOUNTED = "incubation.strike.accounted"


class StrikeEvent(StrEnum):
    STRUCK = "incubation.strike.struck"
