"""Who owes, and when it is said."""

from enum import StrEnum


class Owner(StrEnum):
    """Who has to see to a duty."""

    HOLDER = "holder"  # whoever holds a permission at its place
    ORGANISATION = "organisation"  # whoever acts for an organisation
    PERSON = "person"  # one person, by name


class Step(StrEnum):
    """When a reminder goes out."""

    WEEK = "week"
    DAY = "day"
    OVERDUE = "overdue"
