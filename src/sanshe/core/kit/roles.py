"""The permission codes a role starts with: apps add theirs while they are made ready."""

from enum import StrEnum


class Role(StrEnum):
    """The roles a person can be appointed to. A resident has no account and so no role."""

    DISTRICT_ADMIN = "district_admin"
    BUREAU_OFFICER = "bureau_officer"
    CENTRE_OPERATOR = "centre_operator"
    PANELIST = "panelist"
    ORGANISATION_REP = "organisation_rep"
    SUBDISTRICT_MANAGER = "subdistrict_manager"
    COMMUNITY_WORKER = "community_worker"
    AUDITOR = "auditor"


GRANTS: dict[str, set[str]] = {role: set() for role in Role}


def grant(role: Role, *codes: str) -> None:
    """Let a role start with these codes."""
    GRANTS[role].update(codes)
