"""Values of the calibration: what stands beside the official rule, never instead of it. Points are floats here."""

from dataclasses import dataclass, field
from enum import StrEnum


class NotCalibrated(StrEnum):
    """Why a panel's sheets can not be compared."""

    DISCONNECTED = "disconnected"
    FEW_SHEETS = "few_sheets"
    FEW_APPLICANTS = "few_applicants"
    NO_SPREAD = "no_spread"


@dataclass(frozen=True, slots=True)
class Score:
    """One sealed sheet: its total, by whom, for whom; `marks` are its criteria, empty where only totals are known."""

    applicant: str
    panelist: str
    points: float
    turn: int = 0
    marks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """An estimate with the bounds of its 95 % interval, in points."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Variances:
    """Standard deviations in points of applicants, panelists and the rest; `criterion` is -2 log REML likelihood."""

    applicant: float
    panelist: float
    rest: float
    mean: float
    mean_error: float
    criterion: float


@dataclass(frozen=True, slots=True)
class CriterionFit:
    """One criterion on its own: spreads, each panelist's leniency on it, and the share of a single mark's spread that
    lies between applicants (0: marks tell them not apart, 1: nothing else)."""

    no: int
    variances: Variances
    leniency: dict[str, Effect]
    share: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """One calibration. By applicant: least squares, BLUP, P(selected) over `times` draws from `seed`. By panelist:
    leniency against the mean of this panel. `grey` are those of whom it is not sure on which side of the line."""

    seed: int
    times: int
    variances: Variances
    least_squares: dict[str, float]
    leniency: dict[str, Effect]
    merit: dict[str, Effect]
    selected: dict[str, float]
    criteria: tuple[CriterionFit, ...] = ()
    surely_in: frozenset[str] = field(default_factory=frozenset)
    grey: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the intraclass correlation: estimate, bounds, F test with its degrees of freedom."""

    name: str
    value: float
    low: float
    high: float
    f: float
    df: tuple[int, int]
    p: float


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W with ties corrected, its chi-square, degrees of freedom and p."""

    w: float
    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class Slope:
    """Drift in points per turn, with bounds and p."""

    value: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Flag:
    """A sheet that is far from what applicant and panelist lead one to expect; `z` is studentised without it."""

    applicant: str
    panelist: str
    points: float
    expected: float
    z: float


@dataclass(frozen=True, slots=True)
class Consistency:
    """How far the panel agrees, over the `applicants` whom every panelist scored."""

    applicants: int
    forms: tuple[Form, ...]
    concordance: Concordance


@dataclass(frozen=True, slots=True)
class Signs:
    """What a chair would ask about. `halo` by panelist: how far criteria move together beyond the applicant."""

    drift: Slope | None
    halo: dict[str, float]
    outliers: tuple[Flag, ...]
