"""Which lines and branches of src the tests ran, by room; and the lines of rules, actions and queries that none ran."""

import json
import sys
from collections import defaultdict
from pathlib import Path

from tests.house.reading import SOURCE, room_of

MUST = ("rules", "actions", "queries")
COUNTS = ("num_statements", "missing_lines", "num_branches", "missing_branches")


def by_room(files):
    """room -> the counts of all its files."""
    rooms = defaultdict(lambda: [0] * len(COUNTS))
    for path, told in files.items():
        counts = [told["summary"][name] for name in COUNTS]
        room = room_of(Path(path), SOURCE) or "kit"
        rooms[room] = [a + b for a, b in zip(rooms[room], counts, strict=True)]
    return dict(rooms)


def not_run(files):
    """(path, lines) of what must be run and was not, the most first."""
    found = [(path, told["missing_lines"]) for path, told in files.items() if room_of(Path(path), SOURCE) in MUST]
    return sorted((one for one in found if one[1]), key=lambda one: -len(one[1]))


def share(missed, of):
    return f"{100 * (of - missed) / of:6.1f}%" if of else "      -"


def printed(files):
    yield f"{'room':16}{'lines':>8}{'run':>8}{'branches':>10}{'run':>8}"
    rooms = by_room(files)
    whole = [sum(column) for column in zip(*rooms.values(), strict=True)]
    for room, (lines, no_line, branches, no_branch) in [*sorted(rooms.items()), ("all", whole)]:
        yield f"{room:16}{lines:8}{share(no_line, lines):>8}{branches:10}{share(no_branch, branches):>8}"
    left = not_run(files)
    yield f"{sum(len(lines) for _path, lines in left)} lines of rules, actions and queries were not run:"
    for path, lines in left[:30]:
        yield f"  {Path(path).relative_to(SOURCE)}: {', '.join(map(str, lines[:12]))}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(printed(json.loads(Path(sys.argv[1]).read_text())["files"])) + "\n")
