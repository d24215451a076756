"""The calibration of applications x 9 panelists x 5 criteria, in seconds."""

import random
import time
from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place

PANEL, CRITERIA, MOST = 9, 5, 10_000


def run(place: Place) -> Iterator[Line]:
    if place.rows > MOST:
        return
    from sanshe.incubation.rules.calibration.whole import calibrate
    from sanshe.incubation.types.calibration import Calibration

    scores = sheets(place.rows)
    began = time.perf_counter()
    found = calibrate(scores, places=max(1, place.rows // 4), seed=7)
    took = time.perf_counter() - began
    assert isinstance(found, Calibration)
    yield Line("calibration", place.rows, round(took, 2), "s", most=2.0, more={"sheets": len(scores)})


def sheets(applications: int) -> list:
    """Sheets of a lenient and a strict panel: five marks each, summed."""
    from sanshe.incubation.types.calibration import Score

    pick = random.Random(7)
    merits = [pick.gauss(14, 2) for _ in range(applications)]
    lean = [pick.gauss(0, 1) for _ in range(PANEL)]
    return [
        Score(f"a{i:06}", f"p{j}", float(sum(_mark(pick, merit + lean[j]) for _ in range(CRITERIA))), i + 1)
        for i, merit in enumerate(merits)
        for j in range(PANEL)
    ]


def _mark(pick: random.Random, about: float) -> int:
    return max(0, min(20, round(pick.gauss(about, 2))))
