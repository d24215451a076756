"""Public notice 公示 of the list: what may stand in the way."""

from enum import StrEnum


class PublicationRefusal(StrEnum):
    NO_DECISION = "incubation.publication.no_decision"
    NOT_APPROVED = "incubation.publication.not_approved"
    ALREADY_OUT = "incubation.publication.already_out"
    WINDOW_OPEN = "incubation.publication.window_open"
    PLACE_BLOCKED = "incubation.publication.place_blocked"
    NO_RESERVE = "incubation.publication.no_reserve"
    RESERVE_EXPIRED = "incubation.publication.reserve_expired"
    NOT_NOTICED = "incubation.publication.not_noticed"


class PublicationEvent(StrEnum):
    DRAFTED = "incubation.publication.drafted"
    APPROVED = "incubation.publication.approved"
    PUBLISHED = "incubation.publication.published"
    CONFIRMED = "incubation.publication.confirmed"
    PROMOTED = "incubation.publication.promoted"
