"""When a programme may be opened and closed."""

from datetime import date

from sanshe.patrol.enums import R


def refusal_to_open(*, name: str, starts_on: date, ends_on: date) -> R | None:
    """A name, and a season that ends behind its first day."""
    if not name.strip():
        return R.NO_NAME
    return None if starts_on < ends_on else R.SEASON_WRONG


def refusal_to_close(*, open_rounds: int) -> R | None:
    """Not while a round is planned or walked."""
    return R.ROUNDS_OPEN if open_rounds else None
