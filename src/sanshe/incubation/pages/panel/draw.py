"""The lot as its page shows it: what was handed in, what was opened, and how anyone computes the order again."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.kit.digest import canonical
from sanshe.incubation.enums.panel.panel import DRAW_SIDES
from sanshe.incubation.models import Batch, Draw
from sanshe.incubation.queries.panel.panel import applicants, recused_pairs


@dataclass(frozen=True, slots=True)
class Handed:
    """What one side handed in: the fingerprint first, number and word once all three are opened."""

    side: str
    seal: str
    number: int | None
    word: str

    @property
    def text(self) -> str:
        """What the fingerprint is of, to the byte."""
        return canonical({"nonce": self.word, "number": self.number}).decode()


@dataclass(frozen=True, slots=True)
class Drawn:
    """One place of the order: the value it was sorted by, and how many members are recused there."""

    place: int
    application: Any
    digest: str
    recused: int


@dataclass(frozen=True, slots=True)
class Lot:
    sides: list[Handed]
    seed: str
    joined: str
    order: list[Drawn]
    drawn_at: datetime | None
    sealed: int

    @property
    def is_ready(self) -> bool:
        return self.sealed == len(DRAW_SIDES) and self.drawn_at is None


def lot_of(batch: Batch) -> Lot:
    """Three queries, however many applicants there are."""
    row = Draw.objects.filter(panel__batch=batch).first() or Draw()
    sides = [Handed(side, row.seals.get(side, ""), *row.numbers.get(side, (None, ""))) for side in DRAW_SIDES]
    files = {str(one.pk): one for one in applicants(batch)}
    shut = [key for _who, key in recused_pairs(batch)]
    keys = [key for key in row.order if key in files]
    order = [Drawn(i, files[key], _digest(row.seed, key), shut.count(files[key].pk)) for i, key in enumerate(keys, 1)]
    joined = "-".join(str(one.number) for one in sides)
    return Lot(sides, row.seed, joined, order, row.drawn_at, len(row.seals))


def _digest(seed: str, key: str) -> str:
    return hashlib.sha256(f"{seed}-{key}".encode()).hexdigest()
