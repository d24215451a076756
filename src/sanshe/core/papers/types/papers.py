"""A kind of paper, what it can be made of, and the case whose page lists it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Item:
    """What one paper is made of. `name` and `number` say whose it is, on the page and in the name of its file."""

    subject: UUID
    name: str
    number: str = ""
    row: Any = None


def _nothing(case: Any, at: datetime) -> Sequence[Item]:
    return ()


def _no_values(item: Item, at: datetime) -> Mapping[str, Any]:
    return {}


def _in_use(item: Item) -> int | None:
    return None


def _nobody(actor: Actor, subject: UUID) -> bool:
    return False


def _all_open(actor: Actor, case: Any) -> set[UUID]:
    return set()


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper. Its text is the template of the same code, unless `tree(item, at)` makes the whole paper itself.

    `items(case, at)`: what it can be made of now, in order. `values(item, at)`: what the template's blanks are filled
    with; people are masked in it. `version(item)`: the version of its text where that was fixed (a published call),
    None for the one in use. `own(actor, subject)`: whether it is a letter to this person, who may open it once it is
    made. `shut(actor, case)`: subjects this reader may not have.
    `case`: the code of the `Case` whose page lists it; `gate`: the heading it stands under there; `waits`: what has to
    happen first, shown while there is nothing to make it of.
    """

    code: str
    title: Any
    needs: str | tuple[str, ...]
    tree: Callable[..., Any] | None = None
    case: str = ""
    gate: Any = ""
    items: Callable[[Any, datetime], Sequence[Item]] = _nothing
    values: Callable[[Item, datetime], Mapping[str, Any]] = _no_values
    shut: Callable[[Actor, Any], set[UUID]] = _all_open
    version: Callable[[Item], int | None] = _in_use
    own: Callable[[Actor, UUID], bool] = _nobody
    waits: Any = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The permission codes; one is enough."""
        return (self.needs,) if isinstance(self.needs, str) else self.needs


@dataclass(frozen=True, slots=True)
class Case:
    """What papers are made about: a batch. `find(actor, pk)`: the row for who may see it, else None; `row(pk)`: the
    row alone, for work in the background; it has `pk` and `area_path`. `back(row)`: the address of its page."""

    code: str
    title: Callable[[Any], str]
    find: Callable[[Actor, UUID], Any]
    row: Callable[[UUID], Any]
    back: Callable[[Any], str]
