"""Keys and marks of the story, made the same way every time."""

import hashlib
import random
from collections.abc import Sequence
from uuid import UUID

LENIENCY = (2.0, 0.8, 1.5, 1.0, 2.9, -4.3, -4.0)
NOISE, SEED = 3.0, 5
CRITERIA = 5


def ids_for(names: Sequence[str], seed: str) -> dict[str, UUID]:
    """Keys for applicants so that the lot drawn with `seed` comes out in the order of `names`."""
    keys = [UUID(hashlib.md5(f"sanshe-{i}".encode(), usedforsecurity=False).hexdigest()) for i in range(len(names))]
    drawn = sorted(keys, key=lambda key: hashlib.sha256(f"{seed}-{key}".encode()).hexdigest())
    return dict(zip(names, drawn, strict=True))


def sheet_totals(total: int, panelists: Sequence[int], chance: random.Random) -> list[int]:
    """Whole totals, one for each panelist (by place in LENIENCY), that add up to `total`; none over 100."""
    lean = [LENIENCY[i] for i in panelists]
    mean = total / len(lean)
    raw = [mean + x - sum(lean) / len(lean) + chance.gauss(0, NOISE) for x in lean]
    found = [max(0, min(99, round(x))) for x in raw]
    while sum(found) != total:
        i = chance.randrange(len(found))
        found[i] += 1 if sum(found) < total and found[i] < 100 else -1 if sum(found) > total else 0
    return found


def marks_of(total: int, chance: random.Random) -> tuple[int, ...]:
    """Five marks of at most 20 that add up to a sheet's total."""
    base, over = divmod(total, CRITERIA)
    marks = [base + (i < over) for i in range(CRITERIA)]
    for _ in range(3):
        i, j = chance.sample(range(CRITERIA), 2)
        if marks[i] < 20 and marks[j] > 0:
            marks[i], marks[j] = marks[i] + 1, marks[j] - 1
    chance.shuffle(marks)
    return tuple(marks)
