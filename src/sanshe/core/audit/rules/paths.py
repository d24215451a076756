"""The way from one act to the root of its seal."""

from sanshe.core.audit.rules.hashes import next_level


def path_of(leaves: list[str], at: int) -> list[list[str]]:
    """From leaf `at`, counted from 0, to the root: on each level the other half, and on which side of it it stands."""
    level, path = leaves, []
    while len(level) > 1:
        beside = at ^ 1
        if beside < len(level):
            path.append(["left" if beside < at else "right", level[beside]])
        level, at = next_level(level), at // 2
    return path
