"""The whole calibration of one session."""

from collections.abc import Sequence
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanshe.incubation.rules.calibration import additive, line, mixed
from sanshe.incubation.rules.calibration.table import Table, not_calibrated, table_of
from sanshe.incubation.types.calibration import Calibration, Effect, NotCalibrated, Score

Z = 1.959964
CROWD = 400


def calibrate(scores: Sequence[Score], *, places: int, seed: int) -> Calibration | NotCalibrated:
    """Fit, draw and judge the line; the same sheets and seed give the same numbers."""
    table = table_of(scores)
    if reason := not_calibrated(table):
        return reason
    found = mixed.fit(table)
    drawn = mixed.draws(found, times=1000 if len(table.applicants) > CROWD else 4000, seed=seed)
    least, _ = additive.fit(table)
    surely, within = _line(drawn, table, places)
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    return Calibration(
        found.variances,
        _named(table, least),
        _leniency(found),
        {
            key: Effect(*map(float, told))
            for key, *told in zip(table.applicants, mixed.merits(found), low, high, strict=True)
        },
        _named(table, line.p_selected(drawn, places=places)),
        surely,
        within - surely,
    )


def _named(table: Table, values: mixed.Array) -> dict[str, float]:
    return dict(zip(table.applicants, map(float, values), strict=True))


def _leniency(found: mixed.Fit) -> dict[str, Effect]:
    reach = Z * mixed.panelist_errors(found)
    told = zip(found.table.panelists, found.centre[:-1], reach, strict=True)
    return {key: Effect(float(v), float(v - r), float(v + r)) for key, v, r in told}


def _line(drawn: mixed.Array, table: Table, places: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who is surely in, and who is not surely out: by all pairs together, in a crowd each by its own chance."""
    if len(table.applicants) > CROWD:
        chance = line.p_selected(drawn, places=places)
        told: tuple[NDArray[Any], NDArray[Any]] = (chance > 0.975, chance > 0.025)
    else:
        told = line.confidence_set(drawn, places=places)
    return frozenset(compress(table.applicants, told[0])), frozenset(compress(table.applicants, told[1]))
