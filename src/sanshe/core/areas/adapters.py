"""Lists of areas as files."""

import csv
from pathlib import Path

DEMO = Path(__file__).parent / "data" / "datong.csv"
HEAD = ("code", "level", "name", "parent")


def read(path: Path) -> list[tuple[str, str, str, str]]:
    """The lines of a list in UTF-8 with the head code,level,name,parent. Raises ValueError for another head."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != HEAD:
            raise ValueError(",".join(HEAD))
        return [(code.strip(), level.strip(), name, parent.strip()) for code, level, name, parent in rows]
