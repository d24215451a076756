"""Roles a person can be appointed to: apps declare theirs, and what each starts with, while they are made ready."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sanshe.core.kit.registry import Registry


class Role(StrEnum):
    """The roles of the house itself: they come with areas and organisations, whatever apps there are."""

    DISTRICT_ADMIN = "district_admin"
    ORGANISATION_REP = "organisation_rep"
    SUBDISTRICT_MANAGER = "subdistrict_manager"
    COMMUNITY_WORKER = "community_worker"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class RoleDefinition:
    """What a role is. A resident has no account and so no role.

    `levels`: the levels of area for which it may be given. `appointed_by`: roles that may give it; `appoints`: roles
    that it may give. `approves`: roles whose work it approves, and whose holders therefore never give it. `group` is
    its list on the page of people. `is_office`: held by staff; the others act for an organisation.
    """

    code: str
    label: Any
    levels: frozenset[str]
    appointed_by: frozenset[str]
    appoints: frozenset[str] = frozenset()
    approves: frozenset[str] = frozenset()
    group: str = ""
    is_office: bool = True


ROLES: Registry[RoleDefinition] = Registry("role")
GRANTS: defaultdict[str, set[str]] = defaultdict(set)
LABELS: dict[str, Any] = {}
GROUPS: dict[str, Any] = {}  # lists of roles on the page of people, by code, with their names


def define(
    code: str,
    label: Any,
    *,
    levels: Iterable[str],
    appointed_by: Iterable[str],
    appoints: Iterable[str] = (),
    approves: Iterable[str] = (),
    group: str = "",
    is_office: bool = True,
) -> None:
    """Declare a role; what it starts with is given by `grant`, in any order."""
    by, gives, judges, at = (frozenset(map(str, codes)) for codes in (appointed_by, appoints, approves, levels))
    ROLES.add(str(code), RoleDefinition(str(code), label, at, by, gives, judges, group, is_office))
    LABELS[str(code)] = label


def givers_of(role: str) -> frozenset[str]:
    """The roles that may give this one, from both ends of the declarations."""
    return ROLES[role].appointed_by | {one.code for one in ROLES if role in one.appoints}


def grant(role: str, *codes: str) -> None:
    """Let a role start with these codes."""
    GRANTS[str(role)].update(map(str, codes))
