"""A recorded fact struck 划掉: what can be struck, and what cannot."""

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
    ACCOUNTED = "incubation.strike.accounted"
