"""What the apps declared."""

from collections.abc import Sequence

from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.ledgers.types import Ledger, Step, Work

LEDGERS: Registry[Ledger] = Registry("ledger")
WORKS: Registry[Work] = Registry("work")
STEPS: Registry[Step] = Registry("first step")


def holds(actor: Actor, codes: Sequence[str]) -> bool:
    """True when the actor holds one of the codes somewhere."""
    return any(actor.may(code) for code in codes)


def ledger_of(actor: Actor, code: str) -> Ledger | None:
    """A ledger this actor may open; None for all others, as for one that is not there."""
    found = LEDGERS.get(code)
    return found if found is not None and holds(actor, found.codes) else None
