"""Additive least squares: points = applicant + panelist, panelists summing to zero."""

import numpy as np
from numpy.typing import NDArray

from sanshe.incubation.rules.decision.calibration.table import Table

Array = NDArray[np.float64]


def fit(table: Table) -> tuple[Array, Array]:
    """Applicants' points freed of who scored them, and panelists' leniency, both in points. The table hangs together.

    With a complete panel the first are the plain means, so no rank changes.
    """
    counts = table.cells.sum(axis=1)
    shares = table.cells / counts[:, None]
    system = np.diag(table.cells.sum(axis=0)) - table.cells.T @ shares
    right = table.column_sums - shares.T @ table.row_sums
    leniency = np.linalg.lstsq(system, right, rcond=None)[0]
    leniency -= leniency.mean()
    return (table.row_sums - table.cells @ leniency) / counts, leniency


def residuals(table: Table) -> Array:
    """What neither applicant nor panelist explains, one a sheet, in points."""
    applicants, panelists = fit(table)
    return table.y - applicants[table.row] - panelists[table.column]
