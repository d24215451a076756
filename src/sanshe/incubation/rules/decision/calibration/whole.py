"""The whole calibration of one session."""

from collections.abc import Sequence
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanshe.incubation.rules.decision.calibration import additive, agreement, flags, line, mixed
from sanshe.incubation.rules.decision.calibration.table import Table, complete, not_calibrated, of_criterion, table_of
from sanshe.incubation.types.calibration import (
    Calibration,
    Consistency,
    CriterionFit,
    Effect,
    NotCalibrated,
    Score,
    Signs,
)

Z = 1.959964
CROWD = 400
TIMES, TIMES_OF_A_CROWD = 4000, 1000


def calibrate(scores: Sequence[Score], *, places: int, seed: int) -> Calibration | NotCalibrated:
    """Fit, draw and judge the line; the same sheets and seed give the same numbers."""
    table = table_of(scores)
    if reason := not_calibrated(table):
        return reason
    found = mixed.fit(table)
    drawn = mixed.draws(found, times=_times(table), seed=seed)
    chance = line.p_selected(drawn, places=places)
    surely, within = _line(drawn, table, places, chance)
    return Calibration(
        seed=seed,
        times=len(drawn),
        variances=found.variances,
        least_squares=_named(table, additive.fit(table)[0]),
        leniency=_leniency(found),
        merit=_effects(table.applicants, mixed.merits(found), Z * drawn.std(axis=0)),
        selected=_named(table, chance),
        criteria=_criteria(table),
        surely_in=surely,
        grey=within - surely,
    )


def consistency(scores: Sequence[Score]) -> Consistency | None:
    """How far the panel agrees; None when fewer than three applicants were scored by all, or nothing varies."""
    points = complete(table_of(scores))
    if len(points) < 3 or points.shape[1] < 2:
        return None
    if min(agreement.mean_squares(points)) <= 1e-9:  # a ratio of no spread says nothing
        return None
    return Consistency(len(points), agreement.icc(points), agreement.kendall_w(points))


def signs(scores: Sequence[Score]) -> Signs | None:
    """Drift over the day, halo, sheets far from what was to be expected; None for sheets that can not be compared."""
    table = table_of(scores)
    if not_calibrated(table):
        return None
    turns = {s.applicant: s.turn for s in scores}
    return Signs(flags.drift(table, turns), flags.halos(table), flags.outliers(table))


def _times(table: Table) -> int:
    return TIMES_OF_A_CROWD if len(table.applicants) > CROWD else TIMES


def _named(table: Table, values: mixed.Array) -> dict[str, float]:
    return dict(zip(table.applicants, map(float, values), strict=True))


def _effects(names: Sequence[str], values: mixed.Array, reach: mixed.Array) -> dict[str, Effect]:
    told = zip(names, values.tolist(), reach.tolist(), strict=True)
    return {key: Effect(value, value - r, value + r) for key, value, r in told}


def _leniency(found: mixed.Fit) -> dict[str, Effect]:
    value, error = mixed.leniency(found)
    return _effects(found.table.panelists, value, Z * error)


def _criteria(table: Table) -> tuple[CriterionFit, ...]:
    """Each criterion by the same model; one on which everybody got the same is left out."""
    fits = ((i, of_criterion(table, i)) for i in range(table.marks.shape[1]))
    return tuple(_criterion(i + 1, mixed.fit(one)) for i, one in fits if np.ptp(one.y) > 0)


def _criterion(no: int, found: mixed.Fit) -> CriterionFit:
    v = found.variances
    squares = v.applicant**2, v.panelist**2, v.rest**2
    return CriterionFit(no, v, _leniency(found), squares[0] / sum(squares) if sum(squares) else 0.0)


def _line(drawn: mixed.Array, table: Table, places: int, chance: mixed.Array) -> tuple[frozenset[str], frozenset[str]]:
    """Who is surely in, and who is not surely out: by all pairs together, in a crowd each by its own chance."""
    if len(table.applicants) > CROWD:
        told: tuple[NDArray[Any], NDArray[Any]] = (chance > 0.975, chance > 0.025)
    else:
        told = line.confidence_set(drawn, places=places)
    return frozenset(compress(table.applicants, told[0])), frozenset(compress(table.applicants, told[1]))
