"""Values of an assessment."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: its number, the dimension it belongs to, and its full marks."""

    no: int
    dimension: str
    name: str
    says: str
    points: int

    @property
    def code(self) -> str:
        """The field of the organisation's own report that answers it."""
        return f"i{self.no}"


@dataclass(frozen=True, slots=True)
class Score:
    """Exact: points in all, the share reached of each dimension, the mean of each indicator."""

    total: Fraction
    shares: Mapping[str, Fraction]
    means: Mapping[int, Fraction]
