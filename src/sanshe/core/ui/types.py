"""What apps declare for the pages they share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class NavItem:
    """One line of the rail: a seal character, a label, a URL name, and the codes of which one is needed.

    `group`: work or books. `needs` empty: every signed-in member of staff. `phone`: one of the five under the thumb,
    there with its `short` label.
    """

    seal: str
    label: Any
    url_name: str
    needs: tuple[str, ...] = ()
    group: str = "work"
    order: int = 50
    phone: bool = False
    short: Any = ""


@dataclass(frozen=True, slots=True)
class NavLine:
    """A line of the rail as one page shows it: where it leads, its small number, and whether one is under it."""

    item: NavItem
    url: str
    n: int = 0
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """What a followed part showed: `kind` names who knows its version, `subject` of what, `version` which."""

    kind: str
    subject: str
    version: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a form that was refused: what stood in each field, and the sentence beside it, by its name.

    A view gives it to its page as `typed`; every `<c-field>` of that name finds its own.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Any] = field(default_factory=dict)
