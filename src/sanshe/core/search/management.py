"""What the command line does with the index."""

from collections.abc import Callable

from sanshe.core.kit.command import Command
from sanshe.core.search.actions import rebuild


def reindex(say: Callable[[str], None]) -> int:
    """Make the index anew; 0 when done."""
    say(f"重建了 {rebuild()} 条索引")
    return 0


COMMANDS = (Command("reindex", "重建查找的索引 / make the index of search anew", lambda given, out: reindex(out.say)),)
