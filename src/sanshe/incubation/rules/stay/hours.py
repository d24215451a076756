"""Hours in quarters, and what was promised beside what was given: more than promised is shown, never hidden."""

import re
from dataclasses import dataclass
from fractions import Fraction

MOST_QUARTERS = 32
HOURS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")


def quarters_of(text: str, most: int = MOST_QUARTERS) -> int | None:
    """Quarter hours of 1.5 (6); None for what is no quarter, nothing, or over the most."""
    if not HOURS.fullmatch(text.strip()):  # never 1e999999999: a number so large is worked out for hours
        return None
    found = Fraction(text.strip()) * 4
    return int(found) if found.denominator == 1 and 0 < found <= most else None


def hours(quarters: int) -> str:
    """How it is written: 6 quarters are 1.5, 4 are 1."""
    whole, rest = divmod(quarters, 4)
    return f"{whole}{('', '.25', '.5', '.75')[rest]}"


@dataclass(frozen=True, slots=True)
class Promise:
    """What an agreement promised of one kind, and what was given so far, in the same unit."""

    promised: int
    given: int

    @property
    def left(self) -> int:
        return max(self.promised - self.given, 0)

    @property
    def over(self) -> int:
        return max(self.given - self.promised, 0)

    @property
    def share(self) -> int:
        """The part given, 0 to 100."""
        return min(100, 100 * self.given // self.promised) if self.promised else 100 * (self.given > 0)
