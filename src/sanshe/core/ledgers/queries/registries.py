"""What the apps declared."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.registry import Registry
from sanshe.core.ledgers.enums import R
from sanshe.core.ledgers.types import Document, Importer, Indicator, Ledger, Step, Work

LEDGERS: Registry[Ledger] = Registry("ledger")
INDICATORS: Registry[Indicator] = Registry("indicator")
WORKS: Registry[Work] = Registry("work")
STEPS: Registry[Step] = Registry("first step")
DOCUMENTS: Registry[Document] = Registry("document")
IMPORTERS: Registry[Importer] = Registry("importer")
TEMPLATES: Registry[dict[str, Any]] = Registry("template")  # code -> {"title", "blanks": {name: label}, "tree"}

AREA_NAMES: list[Callable[[str], str]] = []
DISTRICTS: list[Callable[[], Mapping[str, str]]] = []
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


def district_path(asked: str = "") -> str:
    """The district asked for, or the only one; empty in a house without areas. Refuses WHICH_DISTRICT."""
    known = DISTRICTS[0]() if DISTRICTS else {}
    if asked in known or not known:
        return asked
    if asked or len(known) > 1:
        raise Refused(R.WHICH_DISTRICT, districts="、".join(f"{path} {name}" for path, name in known.items()))
    return next(iter(known))
