"""How sure the line is: P(selected), who is surely in, and the grey zone."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def p_selected(merits: Array, *, places: int) -> Array:
    """The share of draws (draws x applicants) in which each applicant is among the first `places`."""
    if places >= merits.shape[1]:
        return np.ones(merits.shape[1])
    cut = np.partition(merits, -places, axis=1)[:, -places]
    return (merits >= cut[:, None]).mean(axis=0)


def confidence_set(merits: Array, *, places: int, level: float = 0.95) -> tuple[Array, Array]:
    """(surely in, not surely out) as truth per applicant, all pairs judged together at `level`.

    An applicant is surely out when at least `places` others are surely better, surely in when all but fewer than
    `places` others are surely worse.
    """
    centre = merits.mean(axis=0)
    better = _surely_better(merits - centre, centre, level)
    beaten_by, beats = better.sum(axis=0), better.sum(axis=1)
    return beats >= merits.shape[1] - places, beaten_by < places


def _surely_better(loose: Array, centre: Array, level: float) -> NDArray[np.bool_]:
    """better[i, j]: i is better than j beyond the largest studentised difference that chance gives at `level`."""
    cover = np.cov(loose, rowvar=False)
    spread = np.sqrt(np.maximum(np.add.outer(np.diag(cover), np.diag(cover)) - 2 * cover, 1e-18))
    largest = np.array([(np.abs(np.subtract.outer(one, one)) / spread).max() for one in loose])
    return np.subtract.outer(centre, centre) > np.quantile(largest, level) * spread
