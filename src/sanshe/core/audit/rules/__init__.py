"""Pure rules of the record."""

BATCH = 1000
INLINE = 20_000


def after(prefix: str) -> str:
    """The first text that sorts behind everything beginning with a prefix: the end of an index range."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def masked(name: str) -> str:
    """A person's name for a record that is kept for good: first and last character, a star between."""
    return name if len(name) < 2 else f"{name[0]}*{name[-1] if len(name) > 2 else ''}"
