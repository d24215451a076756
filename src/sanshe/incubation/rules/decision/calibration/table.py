"""Sheets as sums by applicant and panelist, and whether they hang together at all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sanshe.incubation.types.calibration import NotCalibrated, Score

LEAST_A_PANELIST = 5


@dataclass(frozen=True, slots=True)
class Table:
    """Sheets in a two-way layout: `cells[i, j]` sheets of panelist j for applicant i; `marks` is sheets x criteria."""

    applicants: tuple[str, ...]
    panelists: tuple[str, ...]
    row: NDArray[np.intp]
    column: NDArray[np.intp]
    y: NDArray[np.float64]
    cells: NDArray[np.float64]
    marks: NDArray[np.float64]

    @property
    def row_sums(self) -> NDArray[np.float64]:
        return np.bincount(self.row, self.y, minlength=len(self.applicants)).astype(np.float64)

    @property
    def column_sums(self) -> NDArray[np.float64]:
        return np.bincount(self.column, self.y, minlength=len(self.panelists)).astype(np.float64)


def table_of(scores: Sequence[Score]) -> Table:
    """Order by key, so that the same sheets in another order give the same bytes."""
    ordered = sorted(scores, key=lambda s: (s.applicant, s.panelist))
    applicants = tuple(sorted({s.applicant for s in ordered}))
    panelists = tuple(sorted({s.panelist for s in ordered}))
    rows = {key: i for i, key in enumerate(applicants)}
    columns = {key: j for j, key in enumerate(panelists)}
    row = np.array([rows[s.applicant] for s in ordered], dtype=np.intp)
    column = np.array([columns[s.panelist] for s in ordered], dtype=np.intp)
    cells = np.zeros((len(applicants), len(panelists)))
    np.add.at(cells, (row, column), 1.0)
    marks = np.array([s.marks for s in ordered], dtype=float).reshape(len(ordered), -1)
    return Table(applicants, panelists, row, column, np.array([s.points for s in ordered], dtype=float), cells, marks)


def of_criterion(table: Table, place: int) -> Table:
    """The same sheets with one criterion's marks (counted from 0) in place of the totals."""
    return replace(table, y=table.marks[:, place])


def complete(table: Table) -> NDArray[np.float64]:
    """Points of the applicants whom every panelist scored once, applicants x panelists."""
    points = np.full(table.cells.shape, np.nan)
    points[table.row, table.column] = table.y
    return points[(table.cells == 1).all(axis=1)]


def not_calibrated(table: Table) -> NotCalibrated | None:
    """Why these sheets can not be calibrated; None when they can."""
    if len(table.applicants) < 3 or len(table.panelists) < 2:
        return NotCalibrated.FEW_APPLICANTS
    if table.cells.sum(axis=1).min() < 2 or min(Counter(table.column.tolist()).values()) < LEAST_A_PANELIST:
        return NotCalibrated.FEW_SHEETS
    if not _is_connected(table.cells > 0):
        return NotCalibrated.DISCONNECTED
    return NotCalibrated.NO_SPREAD if np.ptp(table.y) == 0 else None


def _is_connected(has: NDArray[np.bool_]) -> bool:
    """Whether every panelist can be reached from the first over applicants both have scored."""
    together = has.T.astype(float) @ has.astype(float) > 0
    reached = together[0]
    for _ in range(len(together)):
        reached = together[reached].any(axis=0)
    return bool(reached.all())
