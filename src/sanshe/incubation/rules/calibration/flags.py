"""What a careful chair would ask about: drift over the day, halo, and sheets far from what was to be expected."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sanshe.incubation.rules.calibration import additive
from sanshe.incubation.rules.calibration.table import Table
from sanshe.incubation.types.calibration import Flag, Slope

Array = NDArray[np.float64]
FAR = 3.0


def drift(table: Table, turns: Mapping[str, int]) -> Slope | None:
    """Change of an applicant's mean points from turn to turn; None when all came at one turn.

    It mixes drift with merit: the lot makes the two independent, so a slope far from 0 is worth a question.
    """
    merit, _ = additive.fit(table)
    order = np.array([turns[key] for key in table.applicants], dtype=float)
    if np.ptp(order) == 0:
        return None
    found = stats.linregress(order, merit)
    reach = stats.t.ppf(0.975, len(order) - 2) * found.stderr
    return Slope(found.slope, found.slope - reach, found.slope + reach, float(found.pvalue))


def halo(marks: Sequence[Sequence[int]]) -> float | None:
    """Mean correlation between the criteria on one panelist's sheets (sheets x criteria); None when nothing varies."""
    columns = np.array(marks, dtype=float)
    varying = columns[:, columns.std(axis=0) > 0]
    if varying.shape[1] < 2 or len(columns) < 3:
        return None
    together = np.corrcoef(varying, rowvar=False)
    return float(together[np.triu_indices(len(together), 1)].mean())


def outliers(table: Table) -> tuple[Flag, ...]:
    """Sheets whose residual, studentised without the sheet itself, is over three."""
    left = additive.residuals(table)
    hat = _leverage(table)
    free = len(left) - len(table.applicants) - len(table.panelists) + 1
    if free < 2:
        return ()
    inner = left / np.sqrt(np.maximum((left @ left) / free * (1 - hat), 1e-12))
    z = inner * np.sqrt((free - 1) / np.maximum(free - inner**2, 1e-12))
    return tuple(_flag(table, int(i), left[i], z[i]) for i in np.flatnonzero(np.abs(z) > FAR))


def _flag(table: Table, i: int, left: float, z: float) -> Flag:
    names = table.applicants[table.row[i]], table.panelists[table.column[i]]
    return Flag(*names, float(table.y[i]), float(table.y[i] - left), float(z))


def _leverage(table: Table) -> Array:
    """How much of each sheet's fitted value is the sheet itself, from the swept panelist system."""
    counts = table.cells.sum(axis=1)
    shares = table.cells / counts[:, None]
    system = np.linalg.pinv(np.diag(table.cells.sum(axis=0)) - table.cells.T @ shares)
    own = -shares[table.row]
    own[np.arange(len(own)), table.column] += 1
    return 1 / counts[table.row] + np.einsum("ij,jk,ik->i", own, system, own)
