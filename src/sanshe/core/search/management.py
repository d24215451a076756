"""What the command line does with the index."""

from collections.abc import Callable

from sanshe.core.search.actions import rebuild


def reindex(say: Callable[[str], None]) -> int:
    """Make the index anew; 0 when done."""
    say(f"重建了 {rebuild()} 条索引")
    return 0
