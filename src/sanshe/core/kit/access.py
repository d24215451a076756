"""Who may: what a face declares and what a person holds. Pure; `core.accounts` enforces it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from sanshe.core.kit.prefix import covers

DISTRICT = 6  # the length of a district's path
Face = TypeVar("Face", bound=Callable[..., object])


class Open(StrEnum):
    """Policies that are no permission: who may pass without holding one."""

    PUBLIC = "public"
    ANY_USER = "any_user"
    STAFF = "staff"
    CLOSED = "closed"


def needs(*codes: str) -> Callable[[Face], Face]:
    """Declare on a face the codes of which a visitor must hold at least one. Undeclared faces are refused."""

    def declare(face: Face) -> Face:
        face.needs = codes  # type: ignore[attr-defined]  # a function may carry a mark
        return face

    return declare


@dataclass(frozen=True, slots=True)
class Grant:
    """One appointment in force: the codes it gives, for one area (a path prefix) or one organisation."""

    role: str
    codes: frozenset[str]
    path: str
    organisation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as values: what views, queries and actions get instead of a row."""

    id: UUID | None
    name: str
    is_staff: bool = False
    grants: tuple[Grant, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.id is not None

    @property
    def key(self) -> UUID:
        """The id to look rows up by; nobody gets one that no row has."""
        return self.id or UUID(int=0)

    def may(self, code: str) -> bool:
        """True when any grant gives the code, wherever."""
        return any(code in grant.codes for grant in self.grants)

    def may_at(self, code: str, path: str) -> bool:
        """True when a grant gives the code for an area that contains `path`."""
        return covers(self.paths(code), path)

    def paths(self, code: str) -> tuple[str, ...]:
        """The area prefixes for which the code is held; empty when it is not."""
        return tuple(sorted({g.path for g in self.grants if code in g.codes and g.organisation is None}))

    @property
    def districts(self) -> tuple[str, ...]:
        """The districts in which somebody holds a term, as area prefixes; a city's is wider."""
        return tuple(sorted({grant.path[:DISTRICT] for grant in self.grants}))

    def organisations(self, code: str) -> tuple[UUID, ...]:
        """The organisations on whose behalf the code is held."""
        return tuple(sorted({g.organisation for g in self.grants if code in g.codes and g.organisation}))

    def has_role(self, role: str) -> bool:
        return any(grant.role == role for grant in self.grants)


NOBODY = Actor(id=None, name="")
SYSTEM = Actor(id=None, name="system", is_staff=True)
