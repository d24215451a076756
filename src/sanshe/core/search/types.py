"""Values of search."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Term:
    """One word asked for: tokens that follow one another; `is_prefix` when the last may go on."""

    tokens: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class SearchKind:
    """A kind of thing that can be found.

    `visible(actor)` is a condition over SearchRow (object_id, area_path): what this person may see of the kind; it is
    applied in the statement that searches. `entries()` gives all there is, so that the index can be made anew.
    """

    label: Any
    seal: str
    visible: Callable[[Actor], Any]
    entries: Callable[[], Any]
    order: int = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing as it is found: the title is found by pinyin too, title and text by characters and numbers."""

    kind: str
    object_id: str
    area_path: str
    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, its title in pieces (text, is it what was asked for)."""

    kind: str
    pieces: tuple[tuple[str, bool], ...]
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one search found: hits, the best first, and whether there are more than are shown."""

    hits: tuple[Hit, ...] = ()
    has_more: bool = False
