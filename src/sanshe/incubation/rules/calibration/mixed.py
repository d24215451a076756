"""Random effects of applicants and panelists by profiled REML, and their posterior.

Applicants are eliminated first: their block is diagonal, so what is left is as small as the panel (panelists, mean).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, optimize

from sanshe.incubation.rules.calibration.table import Table
from sanshe.incubation.types.calibration import Variances

Array = NDArray[np.float64]


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
    bounds = [(0.0, None), (0.0, None)]
    rough = optimize.minimize(lambda t: _profile(table, *t)[0], (1.0, 1.0), method="L-BFGS-B", bounds=bounds)
    how = {"xatol": 1e-8, "fatol": 1e-10, "maxiter": 400}
    fine = optimize.minimize(
        lambda t: _profile(table, *t)[0], rough.x, method="Nelder-Mead", bounds=bounds, options=how
    )
    theta = (float(fine.x[0]), float(fine.x[1]))
    criterion, sigma, centre, root = _profile(table, *theta)
    error = sigma * np.linalg.norm(linalg.solve_triangular(root, np.eye(len(root))[:, -1], lower=True))
    told = Variances(theta[0] * sigma, theta[1] * sigma, sigma, float(centre[-1]), float(error), criterion)
    return Fit(table, theta, told, centre, root)


def _profile(table: Table, of_applicant: float, of_panelist: float) -> tuple[float, float, Array, Array]:
    """Criterion, residual deviation, centre of (panelists, mean) and root, at given relative deviations."""
    gram, log_rows = _eliminated(table, of_applicant, of_panelist)
    size = len(table.panelists)
    system = gram[:-1, :-1] + np.diag([1.0] * size + [0.0])
    root = np.linalg.cholesky(system).astype(np.float64)
    half = linalg.solve_triangular(root, gram[:-1, -1], lower=True)
    free = len(table.y) - 1
    rest = float(gram[-1, -1] - half @ half)
    logs = 2 * np.log(np.diag(root))
    criterion = float(log_rows + logs.sum() + free * (1 + np.log(2 * np.pi * rest / free)))
    centre = linalg.solve_triangular(root.T, half, lower=False)
    return criterion, float(np.sqrt(rest / free)), centre * np.append(np.full(size, of_panelist), 1.0), root


def _eliminated(table: Table, of_applicant: float, of_panelist: float) -> tuple[Array, float]:
    """Cross products of (scaled panelists, mean, points) with applicants swept out, and the log of what was swept."""
    counts = table.cells.sum(axis=1)
    by_row = np.column_stack([of_panelist * table.cells, counts, table.row_sums])
    per_panelist = table.cells.sum(axis=0)
    sums = np.append(table.column_sums * of_panelist, table.y.sum())
    whole = np.zeros((by_row.shape[1],) * 2)
    size = len(table.panelists)
    whole[:size, :size] = np.diag(of_panelist**2 * per_panelist)
    whole[:size, size] = whole[size, :size] = of_panelist * per_panelist
    whole[size, size] = len(table.y)
    whole[: size + 1, -1] = whole[-1, : size + 1] = sums
    whole[-1, -1] = table.y @ table.y
    diagonal = of_applicant**2 * counts + 1
    swept = by_row.T @ (by_row * (of_applicant**2 / diagonal)[:, None])
    return whole - swept, float(np.log(diagonal).sum())


def merits(found: Fit) -> Array:
    """Best linear unbiased prediction of each applicant's merit, in points on the scale of the sheets."""
    panelists, mean = found.centre[:-1], found.centre[-1]
    return mean + _given(found, panelists[None, :], np.array([mean]))[0]


def panelist_errors(found: Fit) -> Array:
    """Standard errors of the panelists' effects, in points."""
    inverse = linalg.cho_solve((found.root, True), np.eye(len(found.root)))
    return found.variances.panelist * np.sqrt(np.diag(inverse)[:-1])


def draws(found: Fit, *, times: int, seed: int) -> Array:
    """`times` draws of all merits together from their posterior: panelists and mean first, then applicants."""
    chance = np.random.Generator(np.random.PCG64(seed))
    size = len(found.root)
    loose = linalg.solve_triangular(found.root.T, chance.standard_normal((size, times)), lower=False).T
    scale = np.append(np.full(size - 1, found.variances.panelist), found.variances.rest)
    outer = found.centre + loose * scale
    own = found.theta[0] ** 2 * found.table.cells.sum(axis=1) + 1
    noise = chance.standard_normal((times, len(own))) * (found.variances.applicant / np.sqrt(own))
    return outer[:, -1:] + _given(found, outer[:, :-1], outer[:, -1]) + noise


def _given(found: Fit, panelists: Array, mean: Array) -> Array:
    """Applicants' effects expected at given panelist effects (draws x panelists) and means (draws)."""
    table, share = found.table, found.theta[0] ** 2
    counts = table.cells.sum(axis=1)
    left = table.row_sums - panelists @ table.cells.T - mean[:, None] * counts
    return share / (share * counts + 1) * left
