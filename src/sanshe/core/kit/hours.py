"""Hours in quarters: read from what is typed, written as they are printed."""

import re
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
