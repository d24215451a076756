"""Pure rules of the record."""

BATCH = 1000
INLINE = 20_000


def after(prefix: str) -> str:
    """The first text that sorts behind everything beginning with a prefix: the end of an index range."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
