"""Numbers and keys as a form says them."""

import datetime
from uuid import UUID

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def whole(text: object) -> int | None:
    """A whole number of at most six digits, in full width too; None for anything else."""
    shown = "" if isinstance(text, bool) else str(text if text is not None else "").translate(_WIDE).strip()
    return int(shown) if shown.isascii() and shown.isdecimal() and len(shown) < 7 else None


def key_of(text: object) -> UUID | None:
    """The key of a row; None for anything else."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


def day_of(text: str) -> datetime.date | None:
    """The day of 2022-05-31; None for anything else."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
