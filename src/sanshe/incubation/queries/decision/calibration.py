"""The calibration of a run: its sheets read once, the numbers kept, for the same sheets always give the same."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.models import Batch, Sheet, Slot, Tabulation
from sanshe.incubation.types.calibration import Calibration, Consistency, NotCalibrated, Score, Signs


@dataclass(frozen=True, slots=True)
class Found:
    """What stands beside a run: the calibration or why there is none, how far the panel agrees, what to ask about."""

    calibration: Calibration | None
    reason: NotCalibrated | None
    consistency: Consistency | None
    signs: Signs | None
    ranks: dict[str, int]


def seed_of(run: Tabulation) -> int:
    """The seed of the draws, taken from what was tabulated, so that nobody can choose it."""
    return int(run.inputs_hash[:8], 16)


def calibrated(batch: Batch, run: Tabulation) -> Found:
    """The calibration of a run. What was tabulated is never changed, so it is worked out once a process."""
    return _worked_out(batch.pk, run.inputs_hash, run.result["places"], seed_of(run))


@lru_cache(maxsize=4)
def _worked_out(batch_id: UUID, inputs_hash: str, places: int, seed: int) -> Found:
    from sanshe.incubation.rules.decision.calibration import whole  # numpy and scipy: half a second at every start

    given = scores(batch_id)
    found = whole.calibrate(given, places=places, seed=seed)
    if not isinstance(found, Calibration):
        return Found(None, found, None, None, {})
    return Found(found, None, whole.consistency(given), whole.signs(given), _ranks(found.least_squares))


def scores(batch_id: UUID) -> list[Score]:
    """The sealed sheets of a session as the calibration takes them."""
    turns = dict(Slot.objects.filter(panel__batch=batch_id).values_list("application_id", "turn"))
    rows = Sheet.objects.filter(batch=batch_id, state=SheetState.SEALED)
    found = rows.values_list("application_id", "panelist_id", "total", "marks")
    return [Score(str(a), str(p), float(total or 0), turns.get(a, 0), _marks(marks)) for a, p, total, marks in found]


def _marks(marks: dict[str, Any]) -> tuple[float, ...]:
    return tuple(float(marks[no]) for no in sorted(marks, key=int))


def _ranks(values: dict[str, float]) -> dict[str, int]:
    """Ranks by calibrated points; what differs by less than a millionth is equal."""
    order = sorted((round(v, 6) for v in values.values()), reverse=True)
    place = {value: i for i, value in reversed(list(enumerate(order, 1)))}
    return {key: place[round(value, 6)] for key, value in values.items()}
