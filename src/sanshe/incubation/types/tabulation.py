"""Values of the tabulation: sheets in, standings out. Points are whole, means are exact fractions."""

from dataclasses import dataclass
from fractions import Fraction

from sanshe.incubation.enums.decision.tabulation import TabulationRule


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """One sealed sheet: `marks[i]` are the points of criterion i + 1."""

    applicant: str
    panelist: str
    marks: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.marks)


@dataclass(frozen=True, slots=True)
class Standing:
    """One applicant's result. `sheets` were handed in, `counted` of them count (fewer when trimmed)."""

    applicant: str
    sheets: int
    counted: int
    points: int
    mean: Fraction
    breakers: tuple[Fraction, ...]
    rank: int
    is_grey: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """The whole run. `spread` is in tenths of a point; None when no pair of applicants shares two panelists."""

    rule: TabulationRule
    places: int
    reserve: int
    spread: int | None
    standings: tuple[Standing, ...]
