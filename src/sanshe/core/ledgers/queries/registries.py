"""What the apps declared."""

from collections.abc import Callable, Sequence
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.ledgers.types import Document, Importer, Indicator, Ledger, Step, Todo, Work

LEDGERS: Registry[Ledger] = Registry("ledger")
INDICATORS: Registry[Indicator] = Registry("indicator")
TODOS: Registry[Todo] = Registry("to-do")
WORKS: Registry[Work] = Registry("work")
STEPS: Registry[Step] = Registry("first step")
DOCUMENTS: Registry[Document] = Registry("document")
IMPORTERS: Registry[Importer] = Registry("importer")
TEMPLATES: Registry[dict[str, Any]] = Registry("template")  # code -> {"title", "blanks": {name: label}, "tree"}

AREA_NAMES: list[Callable[[str], str]] = []
DISTRICT: list[Callable[[], str]] = []
AREA_CHOICES: list[Callable[[Sequence[str]], Sequence[tuple[str, str]]]] = []


def area_name(path: str) -> str:
    """The name of an area, as `areas` knows it; the path itself where nobody knows."""
    return (AREA_NAMES[0](path) if AREA_NAMES and path else "") or path


def holds(actor: Actor, codes: Sequence[str]) -> bool:
    """True when the actor holds one of the codes somewhere."""
    return any(actor.may(code) for code in codes)


def ledger_of(actor: Actor, code: str) -> Ledger | None:
    """A ledger this actor may open; None for all others, as for one that is not there."""
    found = LEDGERS.get(code)
    return found if found is not None and holds(actor, found.codes) else None


def district_path() -> str:
    """The path of the area this house serves, as `areas` knows it; empty while nobody does."""
    return DISTRICT[0]() if DISTRICT else ""
