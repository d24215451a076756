"""Numbers as a form says them."""


def whole(text: object) -> int | None:
    """A whole number of at most six digits; None for anything else."""
    shown = "" if isinstance(text, bool) else str(text if text is not None else "")
    return int(shown) if shown.isascii() and shown.isdecimal() and len(shown) < 7 else None
