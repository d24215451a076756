"""Random effects of applicants and panelists by profiled REML, and their posterior.

Applicants are eliminated first: their block is diagonal, so what is left is as small as the panel (panelists, mean).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, optimize

from sanshe.incubation.rules.decision.calibration.table import Table
from sanshe.incubation.types.calibration import Variances

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sums:
    """All that the likelihood asks of a table: cross products of (panelists, mean, points), and those of the row sums
    of applicants with the same number of sheets. Its size is the panel's, however many applicants there are."""

    whole: Array
    counts: Array
    how_many: Array
    grams: Array
    sheets: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model. `centre` are panelist effects then the mean; `root` is the Cholesky root of their precision."""

    table: Table
    theta: tuple[float, float]
    variances: Variances
    centre: Array
    root: Array


def fit(table: Table) -> Fit:
    """Find the REML estimate; both relative deviations may be 0."""
    sums = sums_of(table)
    theta = _estimate(sums)
    criterion, sigma, centre, root = _profile(sums, *theta)
    error = sigma * np.linalg.norm(linalg.solve_triangular(root, np.eye(len(root))[:, -1], lower=True))
    told = Variances(theta[0] * sigma, theta[1] * sigma, sigma, float(centre[-1]), float(error), criterion)
    return Fit(table, theta, told, centre, root)


def sums_of(table: Table) -> Sums:
    """One pass over the sheets; what follows never looks at them again."""
    counts = table.cells.sum(axis=1)
    by_row = np.column_stack([table.cells, counts, table.row_sums])
    distinct, which, how_many = np.unique(counts, return_inverse=True, return_counts=True)
    groups = [by_row[which == i] for i in range(len(distinct))]
    by_sheet = np.zeros((len(table.panelists) + 2,) * 2)
    np.fill_diagonal(by_sheet, [*table.cells.sum(axis=0), len(table.y), table.y @ table.y])
    by_sheet[-2, :-2] = by_sheet[:-2, -2] = table.cells.sum(axis=0)
    by_sheet[-1, :-1] = by_sheet[:-1, -1] = [*table.column_sums, table.y.sum()]
    return Sums(by_sheet, distinct, how_many.astype(np.float64), np.stack([g.T @ g for g in groups]), len(table.y))


def _estimate(sums: Sums) -> tuple[float, float]:
    """Relative deviations of applicants and panelists at the least criterion: by slope first, then without one."""
    bounds = [(0.0, None), (0.0, None)]
    rough = optimize.minimize(lambda t: _profile(sums, *t)[0], (1.0, 1.0), method="L-BFGS-B", bounds=bounds)
    how = {"xatol": 1e-7, "fatol": 1e-9, "maxiter": 200}
    fine = optimize.minimize(lambda t: _profile(sums, *t)[0], rough.x, method="Nelder-Mead", bounds=bounds, options=how)
    return float(fine.x[0]), float(fine.x[1])


def _profile(sums: Sums, of_applicant: float, of_panelist: float) -> tuple[float, float, Array, Array]:
    """Criterion, residual deviation, centre of (panelists, mean) and root, at given relative deviations."""
    diagonal = of_applicant**2 * sums.counts + 1
    scale = np.full(len(sums.whole), of_panelist)
    scale[-2:] = 1.0
    gram = (sums.whole - np.tensordot(of_applicant**2 / diagonal, sums.grams, 1)) * np.outer(scale, scale)
    system = gram[:-1, :-1].copy()
    system[np.diag_indices(len(system) - 1)] += 1
    root = np.linalg.cholesky(system).astype(np.float64)
    half = linalg.solve_triangular(root, gram[:-1, -1], lower=True)
    free = sums.sheets - 1
    rest = float(gram[-1, -1] - half @ half)
    logs = float(sums.how_many @ np.log(diagonal)) + 2 * float(np.log(np.diag(root)).sum())
    criterion = logs + free * (1 + np.log(2 * np.pi * rest / free))
    centre = linalg.solve_triangular(root.T, half, lower=False)
    return float(criterion), float(np.sqrt(rest / free)), centre * scale[:-1], root


def merits(found: Fit) -> Array:
    """Best linear unbiased prediction of what this whole panel would give each applicant on average, in points."""
    panelists, mean = found.centre[:-1], found.centre[-1]
    return mean + panelists.mean() + _given(found, panelists[None, :], np.array([mean]))[0]


def leniency(found: Fit) -> tuple[Array, Array]:
    """Each panelist's effect against the mean of this panel, with its standard error, in points."""
    size = len(found.root) - 1
    inverse = linalg.cho_solve((found.root, True), np.eye(size + 1))[:size, :size]
    against = np.eye(size) - 1 / size
    spread = np.einsum("ij,jk,ik->i", against, inverse, against)
    return against @ found.centre[:-1], found.variances.panelist * np.sqrt(np.maximum(spread, 0))


def draws(found: Fit, *, times: int, seed: int) -> Array:
    """`times` draws of all merits together from their posterior: panelists and mean first, then applicants."""
    chance = np.random.Generator(np.random.PCG64(seed))
    size = len(found.root)
    loose = linalg.solve_triangular(found.root.T, chance.standard_normal((size, times)), lower=False).T
    scale = np.append(np.full(size - 1, found.variances.panelist), found.variances.rest)
    outer = found.centre + loose * scale
    own = found.theta[0] ** 2 * found.table.cells.sum(axis=1) + 1
    drawn = chance.standard_normal((times, len(own)))
    drawn *= found.variances.applicant / np.sqrt(own)
    drawn += _given(found, outer[:, :-1], outer[:, -1])
    return drawn + (outer[:, -1:] + outer[:, :-1].mean(axis=1, keepdims=True))


def _given(found: Fit, panelists: Array, mean: Array) -> Array:
    """Applicants' effects expected at given panelist effects (draws x panelists) and means (draws)."""
    table, share = found.table, found.theta[0] ** 2
    counts = table.cells.sum(axis=1)
    left = table.row_sums - panelists @ table.cells.T - mean[:, None] * counts
    return share / (share * counts + 1) * left
