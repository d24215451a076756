"""What a scenario found, as a line of the table and as JSON."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

HEADS = ("scenario", "rows", "figure", "goal", "", "more")
WIDTHS = (22, 8, 18, 18, 5, 0)


@dataclass(frozen=True)
class Line:
    """One figure: what was measured, over how many rows, what was hoped for. `most` / `least` is the goal."""

    scenario: str
    rows: int
    figure: float
    unit: str
    most: float | None = None
    least: float | None = None
    stretch: float | None = None
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def is_met(self) -> bool | None:
        """None for what has no goal."""
        if self.most is not None:
            return self.figure <= self.most
        return self.figure >= self.least if self.least is not None else None

    def json(self) -> str:
        return json.dumps({**asdict(self), "is_met": self.is_met}, ensure_ascii=False)

    def cells(self) -> tuple[str, ...]:
        goal = (
            f"<= {self.most:g}" if self.most is not None else f">= {self.least:,g}" if self.least is not None else "—"
        )
        goal += f" ({self.stretch:g})" if self.stretch is not None else ""
        met = {True: "yes", False: "NO", None: ""}[self.is_met]
        more = "  ".join(f"{name} {value}" for name, value in self.more.items())
        return self.scenario, f"{self.rows:,}", f"{self.figure:,.4g} {self.unit}", goal, met, more


def printed(cells: tuple[str, ...]) -> str:
    """One line of the table."""
    return " ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()
