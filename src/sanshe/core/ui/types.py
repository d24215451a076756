"""What apps declare for the pages they share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
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
class Door:
    """A door of the public front page: a seal character, what one comes for, and `shown(paths, at)`: the address and
    one true line about today for these districts, or None while there is nothing behind it."""

    seal: str
    title: Any
    shown: Callable[[Sequence[str], datetime], tuple[str, Any] | None]
    order: int = 50


@dataclass(frozen=True, slots=True)
class Followed:
    """What a followed part showed: `kind` names who knows its version, `subject` of what, `version` which."""

    kind: str
    subject: str
    version: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: to which address, what stood in each field, what the files in it are called, and which
    fields are secret: they never come back to a page."""

    path: str
    values: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    secret: frozenset[str] = frozenset()

    def has(self, name: str) -> bool:
        return name in self.values or name in self.files


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a form: the sentence, and the names of the fields it may be about, the likeliest first; a field
    that the refusal itself names may stand in another form of the page (`is_anywhere`)."""

    sentence: str
    fields: tuple[str, ...] = ()
    is_anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A sentence that stands beside a field: where, and what the field is called."""

    place: str
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Refilling:
    """How a refused form comes back: hidden fields it gets, whether its page tells of a newer state than it was drawn
    from, and what to show of it where its page has it no more."""

    hidden: Mapping[str, str]
    is_newer: bool
    shown: Sequence[str]
