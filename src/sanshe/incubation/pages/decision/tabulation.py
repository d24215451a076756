"""The tabulation as its page shows it: the official order, and beside it how sure that order is."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from django.utils.translation import gettext as _

from sanshe.incubation.models import Application, Batch, Panelist, Tabulation
from sanshe.incubation.pages.decision import calibration
from sanshe.incubation.phrases.decision import calibration as words
from sanshe.incubation.queries.decision.calibration import Found, calibrated
from sanshe.incubation.queries.decision.decision import recused_by_applicant, result_of
from sanshe.incubation.queries.panel.panel import members
from sanshe.incubation.rules.decision.tabulation import tie_across, two_places
from sanshe.incubation.types.tabulation import Result, Standing

ABOVE, BELOW = (2, 8), (12, 1)
SURE = 0.99


@dataclass(frozen=True, slots=True)
class Axis:
    """The common axis of all strips: its ends in points, and where the line lies, in hundredths of its length."""

    low: int
    high: int
    cut: str = ""

    @property
    def middle(self) -> str:
        return f"{(self.low + self.high) / 2:g}"

    def at(self, points: float) -> str:
        """Where points lie, in hundredths of the axis."""
        return f"{max(0.0, min(100.0, 100 * (points - self.low) / (self.high - self.low))):.1f}"


@dataclass(frozen=True, slots=True)
class Strip:
    """One applicant on the axis: the official mean, the calibrated one, the interval."""

    at: str
    calibrated: str = ""
    low: str = ""
    wide: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One applicant: the official figures, the calibrated ones, and the strip."""

    rank: int
    application: Any
    sheets: int
    recused: int
    mean: str
    is_grey: bool
    result: str
    is_in: bool
    strip: Strip
    calibrated: str = ""
    calibrated_rank: int = 0
    moved: int = 0
    chance: float = 0.0

    @property
    def chance_said(self) -> str:
        return calibration.chance(self.chance) if self.calibrated else "—"

    @property
    def chance_width(self) -> str:
        return f"{100 * self.chance:.0f}"

    @property
    def moved_by(self) -> int:
        return abs(self.moved)


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines left out between the head and the neighbourhood of the line, all surely in or surely out."""

    first: int
    last: int
    count: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class View:
    """Everything the page shows. Leniency by letter, never by name; `crossings` are those the two orders place on
    different sides of the line."""

    above: list[Any]
    below: list[Any]
    axis: Axis
    places: int
    grey: int
    spread: str
    gap: str
    ends: tuple[str, str]
    crossings: list[Line]
    found: Found
    leniency: list[tuple[str, str, str]]
    sentences: dict[str, list[str]]
    criteria: list[tuple[str, str, str]]
    recusals: int
    reason: str = ""

    @property
    def crossed(self) -> int:
        """How many of those above the line by the announced rule lie below it by the calibrated points."""
        return sum(line.is_in for line in self.crossings)


def beside(batch: Batch, run: Tabulation, *, is_whole: bool = False) -> View:
    """The official run with the calibration of the same sheets; without `is_whole` the clear cases are folded away."""
    result, found = result_of(run), calibrated(batch, run)
    barred = recused_by_applicant(batch)
    names = {str(a.pk): a for a in Application.objects.filter(batch=batch)}
    letters = {str(m.pk): m.letter for m in Panelist.objects.filter(panel__batch=batch)}
    axis = _axis(result, found)
    lines = [_line(i, s, result, names, found, barred, axis) for i, s in enumerate(result.standings, 1)]
    above, below = lines[: result.places], lines[result.places :]
    return View(
        above=above if is_whole else _folded(above, *ABOVE),
        below=below if is_whole else _folded(below, *BELOW),
        axis=axis,
        places=result.places,
        grey=sum(line.is_grey for line in lines),
        spread=calibration.tenths(result.spread),
        gap=two_places(_gap(result)) if below else "",
        ends=(above[-1].mean, below[0].mean) if below else ("", ""),
        crossings=[one for one in lines if one.calibrated and one.is_in != (one.calibrated_rank <= result.places)],
        found=found,
        leniency=calibration.leniency(found, letters),
        sentences=calibration.sentences(
            found, letters, {key: a.name for key, a in names.items()}, len(lines), run.sheets
        ),
        criteria=calibration.criteria(found, batch),
        recusals=sum(map(len, barred.values())),
        reason=str(words.REASONS[found.reason]) if found.reason else "",
    )


def attendance(batch: Batch) -> tuple[int, int]:
    """(came, sit on the panel)."""
    seated = members(batch)
    return sum(m.arrived_at is not None for m in seated), len(seated)


def _axis(result: Result, found: Found) -> Axis:
    """Whole tens that hold every mean and every interval."""
    ends = [float(s.mean) for s in result.standings]
    if found.calibration:
        ends += [end for e in found.calibration.merit.values() for end in (e.low, e.high)]
    low, high = 10 * floor(min(ends) / 10), 10 * ceil(max(ends) / 10)
    axis = Axis(low, max(high, low + 10))
    if len(result.standings) <= result.places:
        return axis
    last, first = result.standings[result.places - 1], result.standings[result.places]
    return Axis(axis.low, axis.high, axis.at(float(last.mean + first.mean) / 2))


def _gap(result: Result) -> Any:
    """What lies between the last place and the first reserve, in points."""
    return result.standings[result.places - 1].mean - result.standings[result.places].mean


def _line(
    place: int, s: Standing, result: Result, names: dict[str, Any], found: Found, barred: Any, axis: Axis
) -> Line:
    is_in = place <= result.places
    official = (s.rank, names[s.applicant], s.sheets, len(barred.get(s.applicant, ())), two_places(s.mean), s.is_grey)
    result_said = calibration.by_rule(place, s, result, tie_across(result.standings, cut=result.places))
    if found.calibration is None:
        return Line(*official, result_said, is_in, Strip(axis.at(float(s.mean)), said=two_places(s.mean)))
    merit, points = found.calibration.merit[s.applicant], found.calibration.least_squares[s.applicant]
    strip = Strip(
        axis.at(float(s.mean)),
        axis.at(points),
        axis.at(merit.low),
        f"{float(axis.at(merit.high)) - float(axis.at(merit.low)):.1f}",
        _("得分 {mean}，校准分 {points}，区间 {low} 至 {high}").format(
            mean=two_places(s.mean), points=f"{points:.2f}", low=f"{merit.low:.1f}", high=f"{merit.high:.1f}"
        ),
    )
    rank = found.ranks[s.applicant]
    chance = found.calibration.selected[s.applicant]
    return Line(*official, result_said, is_in, strip, f"{points:.2f}", rank, s.rank - rank, chance)


def _folded(lines: list[Line], first: int, last: int) -> list[Any]:
    """The first and the last lines of one side, and every grey one beside them; the rest folded into one."""
    start, end = first, len(lines) - last
    while start < end and lines[start].is_grey:
        start += 1
    while start < end and lines[end - 1].is_grey:
        end -= 1
    if end - start < 3:
        return list(lines)
    between = lines[start:end]
    sure = all(one.calibrated and max(one.chance, 1 - one.chance) > SURE for one in between)
    return [*lines[:start], Fold(between[0].rank, between[0].rank + len(between) - 1, len(between), sure), *lines[end:]]
