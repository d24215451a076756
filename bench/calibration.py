"""How long the calibration of a whole province's call takes: 10,000 applicants, 9 panelists, 5 criteria, 2 % missing.

    PYTHONPATH=src:. python bench/calibration.py

Prints one JSON line. `goal` is two seconds for the calibration; the rest (processor seconds) is printed beside it.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from bench.lines import Line
from bench.pages import Place
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.rules.decision import tabulation
from sanshe.incubation.rules.decision.calibration import whole
from sanshe.incubation.types.calibration import Score
from sanshe.incubation.types.tabulation import SealedSheet

APPLICANTS, PANELISTS, CRITERIA, PLACES, GOAL = 10_000, 9, 5, 3_000, 2.0


def sheets(applicants: int = APPLICANTS) -> list[SealedSheet]:
    """Marks of 0 to 20 with known spreads; one sheet of fifty is missing."""
    chance = np.random.default_rng(2022)
    merit, lean = chance.standard_normal((applicants, 1, 1)), np.linspace(-0.6, 0.6, PANELISTS)[None, :, None]
    marks = 15 + merit + lean + 1.2 * chance.standard_normal((applicants, PANELISTS, CRITERIA))
    given = np.clip(np.rint(marks), 0, 20).astype(int).tolist()
    kept = chance.random((applicants, PANELISTS)) > 0.02
    pairs = ((i, j) for i in range(applicants) for j in range(PANELISTS) if kept[i, j])
    return [SealedSheet(f"a{i:05}", f"p{j}", tuple(given[i][j])) for i, j in pairs]


def timed(act: Callable[[], Any]) -> tuple[float, float]:
    """The best of three in seconds: by the clock on the wall, and of processor, which a busy machine stretches less."""
    found = []
    for _ in range(3):
        wall, worked = time.perf_counter(), time.process_time()
        act()
        found.append((time.perf_counter() - wall, time.process_time() - worked))
    return round(min(wall for wall, _ in found), 2), round(min(worked for _, worked in found), 2)


def scores_of(given: list[SealedSheet]) -> list[Score]:
    return [Score(s.applicant, s.panelist, float(s.total), 1, tuple(map(float, s.marks))) for s in given]


def run(place: Place) -> Iterator[Line]:
    """The row of the whole bench, at its sizes up to the goal's."""
    if place.rows <= APPLICANTS:
        scores = scores_of(sheets(place.rows))
        seconds, _ = timed(lambda: whole.calibrate(scores, places=max(1, place.rows // 3), seed=1))
        yield Line("calibration", place.rows, seconds, "s", most=GOAL, more={"sheets": len(scores)})


def main() -> int:
    given = sheets()
    scores = scores_of(given)
    whole.calibrate(scores[:900], places=30, seed=1)  # libraries are loaded before the clock runs
    seconds, worked = timed(lambda: whole.calibrate(scores, places=PLACES, seed=1))
    said = {
        "bench": "calibration",
        "applicants": APPLICANTS,
        "panelists": PANELISTS,
        "criteria": CRITERIA,
        "sheets": len(given),
        "seconds": seconds,
        "processor": worked,
        "goal": GOAL,
        "met": min(seconds, worked) <= GOAL,
        "consistency": timed(lambda: whole.consistency(scores))[1],
        "signs": timed(lambda: whole.signs(scores))[1],
        "official_rule": timed(
            lambda: tabulation.tabulate(given, rule=TabulationRule.MEAN, places=PLACES, reserve=4),
        )[1],
    }
    sys.stdout.write(json.dumps(said) + "\n")
    return 0 if said["met"] else 1


if __name__ == "__main__":
    sys.exit(main())
