"""Numbers and keys as a form says them."""

from uuid import UUID


def whole(text: object) -> int | None:
    """A whole number of at most six digits; None for anything else."""
    shown = "" if isinstance(text, bool) else str(text if text is not None else "")
    return int(shown) if shown.isascii() and shown.isdecimal() and len(shown) < 7 else None


def key_of(text: object) -> UUID | None:
    """The key of a row; None for anything else."""
    try:
        return UUID(str(text))
    except ValueError:
        return None
