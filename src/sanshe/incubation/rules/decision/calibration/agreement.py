"""How far panelists agree: six forms of the intraclass correlation, and Kendall's W. Complete tables only."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sanshe.incubation.types.calibration import Concordance, Form

Array = NDArray[np.float64]


def mean_squares(marks: Array) -> tuple[float, float, float, float]:
    """Between applicants, within applicants, between panelists, rest; `marks` is applicants x panelists."""
    n, k = marks.shape
    grand = marks.mean()
    rows = k * ((marks.mean(axis=1) - grand) ** 2).sum()
    columns = n * ((marks.mean(axis=0) - grand) ** 2).sum()
    whole = ((marks - grand) ** 2).sum()
    rest = whole - rows - columns
    return rows / (n - 1), (whole - rows) / (n * (k - 1)), columns / (k - 1), rest / ((n - 1) * (k - 1))


def icc(marks: Array, *, level: float = 0.95) -> tuple[Form, ...]:
    """ICC(1,1) (2,1) (3,1) (1,k) (2,k) (3,k) after Shrout & Fleiss, with F tests and bounds."""
    n, k = marks.shape
    between, within, _, rest = mean_squares(marks)
    one = _fixed("ICC(1,{})", between / within, (n - 1, n * (k - 1)), k, level)
    three = _fixed("ICC(3,{})", between / rest, (n - 1, (n - 1) * (k - 1)), k, level)
    two = _random(marks, level)
    return one[0], two[0], three[0], one[1], two[1], three[1]


def _form(name: str, three: Sequence[float], f: float, df: tuple[int, int], p: float) -> Form:
    value, low, high = map(float, three)
    return Form(name, value, low, high, float(f), df, p)


def _fixed(name: str, f: float, df: tuple[int, int], k: int, level: float) -> tuple[Form, Form]:
    """Single and mean form of a one-way or fixed-panel layout; both follow from the F ratio alone."""
    tail = (1 + level) / 2
    low, high = f / stats.f.ppf(tail, *df), f * stats.f.ppf(tail, df[1], df[0])
    p = float(stats.f.sf(f, *df))
    single = [(x - 1) / (x + k - 1) for x in (f, low, high)]
    mean = [1 - 1 / x for x in (f, low, high)]
    return _form(name.format(1), single, f, df, p), _form(name.format("k"), mean, f, df, p)


def _random(marks: Array, level: float) -> tuple[Form, Form]:
    """Absolute agreement of a panel drawn from many; bounds by Satterthwaite's degrees of freedom."""
    n, k = marks.shape
    between, _, panelists, rest = mean_squares(marks)
    value = (between - rest) / (between + (k - 1) * rest + k * (panelists - rest) / n)
    mean = (between - rest) / (between + (panelists - rest) / n)
    low, high = _random_bounds(marks, value, level)
    f, df = between / rest, (n - 1, (n - 1) * (k - 1))
    p = float(stats.f.sf(f, *df))
    lifted = [x * k / (1 + x * (k - 1)) for x in (low, high)]
    return _form("ICC(2,1)", [value, low, high], f, df, p), _form("ICC(2,k)", [mean, *lifted], f, df, p)


def _random_bounds(marks: Array, value: float, level: float) -> tuple[float, float]:
    n, k = marks.shape
    between, _, panelists, rest = mean_squares(marks)
    ratio = panelists / rest
    lean = k * value * ratio + n * (1 + (k - 1) * value) - k * value
    free = (k - 1) * (n - 1) * lean**2 / ((n - 1) * (k * value * ratio) ** 2 + (lean - k * value * ratio) ** 2)
    tail = (1 + level) / 2
    up, down = stats.f.ppf(tail, n - 1, free), stats.f.ppf(tail, free, n - 1)
    noise = k * panelists + (k * n - k - n) * rest
    low = n * (between - up * rest) / (up * noise + n * between)
    high = n * (down * between - rest) / (noise + n * down * between)
    return float(low), float(high)


def kendall_w(marks: Array) -> Concordance:
    """Concordance of the panelists' rankings, ties corrected; `marks` is applicants x panelists."""
    n, m = marks.shape
    ranks = np.apply_along_axis(stats.rankdata, 0, marks)
    sums = ranks.sum(axis=1)
    ties = sum(float((c**3 - c).sum()) for c in (np.unique(r, return_counts=True)[1] for r in ranks.T))
    below = m**2 * (n**3 - n) - m * ties
    w = 12 * float(((sums - sums.mean()) ** 2).sum()) / below if below else 1.0
    chi2 = m * (n - 1) * w
    return Concordance(w, chi2, n - 1, float(stats.chi2.sf(chi2, n - 1)))
