"""What a careful chair would ask about: drift over the day, halo, and sheets far from what was to be expected."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sanshe.incubation.rules.decision.calibration import additive
from sanshe.incubation.rules.decision.calibration.table import Table
from sanshe.incubation.types.calibration import Flag, Slope

Array = NDArray[np.float64]
LEVEL = 0.05


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
    slope = float(found.slope)
    return Slope(slope, slope - float(reach), slope + float(reach), float(found.pvalue))


def halo(marks: Array) -> float | None:
    """Mean correlation between criteria (sheets x criteria); None when nothing varies or there is too little of it."""
    varying = marks[:, marks.std(axis=0) > 1e-9]
    if varying.shape[1] < 2 or len(marks) < 5:
        return None
    together = np.atleast_2d(np.corrcoef(varying, rowvar=False))
    return float(together[np.triu_indices(len(together), 1)].mean())


def halos(table: Table) -> dict[str, float]:
    """By panelist: how far the criteria on one's sheets move together beyond what all gave that applicant.

    A good applicant is good at several things, so plain marks always move together. Each mark is therefore taken
    against the mean that applicant got on that criterion; what still moves together is one's general impression.
    """
    if not table.marks.size:
        return {}
    counts = table.cells.sum(axis=1)[table.row]
    sums = [np.bincount(table.row, column, minlength=len(table.applicants))[table.row] for column in table.marks.T]
    left = table.marks - np.column_stack(sums) / counts[:, None]
    found = ((key, halo(left[table.column == j])) for j, key in enumerate(table.panelists))
    return {key: value for key, value in found if value is not None}


def outliers(table: Table) -> tuple[Flag, ...]:
    """Sheets whose residual, studentised without the sheet itself, would come by chance in one session of twenty.

    The bound is Bonferroni's over all sheets: at a plain three a session of 233 sheets would flag one for nothing.
    """
    left = additive.residuals(table)
    free = len(left) - len(table.applicants) - len(table.panelists) + 1
    if free < 2:
        return ()
    inner = left / np.sqrt(np.maximum((left @ left) / free * (1 - _leverage(table)), 1e-12))
    z = inner * np.sqrt((free - 1) / np.maximum(free - inner**2, 1e-12))
    far = stats.t.isf(LEVEL / (2 * len(left)), free - 1)
    return tuple(_flag(table, int(i), left[i], z[i]) for i in np.flatnonzero(np.abs(z) > far))


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
