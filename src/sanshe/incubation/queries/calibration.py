"""The tabulation as its page shows it: the official order, and beside it how sure that order is."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from sanshe.incubation.enums.score import SheetState
from sanshe.incubation.models import Application, Batch, Panelist, Sheet, Slot, Tabulation
from sanshe.incubation.queries.decision import recused_by_applicant, result_of
from sanshe.incubation.rules.tabulation import two_places
from sanshe.incubation.types.calibration import Calibration, Score

LOW, HIGH = 60.0, 95.0


@dataclass(frozen=True, slots=True)
class Line:
    """One applicant: the official figures, the calibrated ones, and where they lie on the strip (0 to 100)."""

    rank: int
    application: Any
    sheets: int
    mean: str
    is_grey: bool
    is_in: bool
    recused: int
    calibrated: str = ""
    chance: str = ""
    at: float = 0.0
    low: float = 0.0
    wide: float = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """Everything the page shows. `reason` says why nothing is calibrated; leniency by letter, never by name."""

    lines: list[Line]
    spread: str
    gap: str
    grey: int
    leniency: list[tuple[str, int, str, str]]
    reason: str = ""
    icc: str = ""


def beside(batch: Batch, run: Tabulation) -> View:
    """The official run with the calibration of the same sheets."""
    from sanshe.incubation.rules.calibration.whole import calibrate  # numpy and scipy: half a second at every start

    result = result_of(run)
    names = {str(a.pk): a for a in Application.objects.filter(batch=batch)}
    found = calibrate(_scores(batch), places=result.places, seed=int(run.inputs_hash[:8], 16))
    calibrated = found if isinstance(found, Calibration) else None
    barred = recused_by_applicant(batch)
    lines = [
        _line(s, names[s.applicant], calibrated, result.places, len(barred.get(s.applicant, ())))
        for s in result.standings
    ]
    spread = f"{result.spread / 10:.1f}" if result.spread is not None else ""
    grey = sum(line.is_grey for line in lines)
    return View(lines, spread, _gap(result), grey, _leniency(batch, calibrated), "" if calibrated else str(found))


def _scores(batch: Batch) -> list[Any]:
    turns = dict(Slot.objects.filter(panel__batch=batch).values_list("application_id", "turn"))
    rows = Sheet.objects.filter(batch=batch, state=SheetState.SEALED).values_list(
        "application_id", "panelist_id", "total"
    )
    return [Score(str(a), str(p), float(total or 0), turns.get(a, 0)) for a, p, total in rows]


def _line(s: Any, application: Any, found: Any, places: int, recused: int) -> Line:
    plain = (s.rank, application, s.sheets, two_places(s.mean), s.is_grey, s.rank <= places, recused)
    if found is None:
        return Line(*plain)
    merit, chance = found.merit[s.applicant], found.selected[s.applicant]
    told = "> 99%" if chance > 0.99 else "< 1%" if chance < 0.01 else f"{chance:.0%}"
    return Line(
        *plain,
        f"{found.least_squares[s.applicant]:.2f}",
        told,
        _at(float(s.mean)),
        _at(merit.low),
        _at(merit.high) - _at(merit.low),
    )


def _at(points: float) -> float:
    """Where points lie on the strip, in hundredths of its width."""
    return round(max(0.0, min(100.0, 100 * (points - LOW) / (HIGH - LOW))), 1)


def _gap(result: Any) -> str:
    """What lies between the last place and the first reserve, in points."""
    rows = list(result.standings)
    if len(rows) <= result.places:
        return ""
    return two_places(rows[result.places - 1].mean - rows[result.places].mean)


def _leniency(batch: Batch, found: Any) -> list[tuple[str, int, str, str]]:
    """(letter, sheets, how many points, between) of each member; who is who stays in the sealed pack."""
    if found is None:
        return []
    counts = {str(m.pk): (m.letter, m.sheets_sealed) for m in _seated(batch)}
    rows = [(*counts[key], effect) for key, effect in found.leniency.items() if key in counts]
    rows.sort(key=lambda row: row[0])
    return [(letter, n, f"{e.value:+.1f}", f"{e.low:+.1f} – {e.high:+.1f}") for letter, n, e in rows]


def _seated(batch: Batch) -> Any:
    sealed = Count("sheets", filter=Q(sheets__state=SheetState.SEALED))
    return Panelist.objects.filter(panel__batch=batch).annotate(sheets_sealed=sealed)
