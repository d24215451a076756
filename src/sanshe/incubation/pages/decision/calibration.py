"""What the calibration found, told in plain sentences and short figures."""

from typing import Any

from django.utils.translation import gettext as _

from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.models import Batch
from sanshe.incubation.phrases.decision import calibration as words
from sanshe.incubation.phrases.decision import tabulation as rules_said
from sanshe.incubation.queries.call.batch import criteria as criteria_of
from sanshe.incubation.queries.decision.calibration import Found
from sanshe.incubation.types.calibration import Calibration, Consistency, Signs, Slope
from sanshe.incubation.types.tabulation import Result, Standing

HALO = 0.5
GOOD, FAIR = 0.75, 0.5


def chance(p: float) -> str:
    """A probability as printed; never 100 % or 0 %."""
    if p > 0.99:
        return "> 99%"
    return "< 1%" if p < 0.01 else f"{p:.0%}"


def tenths(spread: int | None) -> str:
    return f"{spread / 10:.1f}" if spread is not None else ""


def signed(points: float, digits: int = 1) -> str:
    return f"{points:+.{digits}f}".replace("-", "−")


def rule(code: str) -> str:
    return f"{rules_said.RULES[TabulationRule(code)]}{rules_said.TIES}"


def by_rule(place: int, s: Standing, result: Result, split: tuple[str, ...]) -> str:
    """What the announced rule alone gives the applicant at this place of the order."""
    if s.applicant in split:
        return _("同分待表决")
    if place <= result.places:
        return _("入围")
    no = place - result.places
    return _("候补第 {n}").format(n=no) if no <= result.reserve else _("未入围")


def leniency(found: Found, letters: dict[str, str]) -> list[tuple[str, str, str]]:
    """(letter, how lenient, between) by letter. Every interval is as wide as the widest, and the number of sheets is
    not told: with the public list of recusals either would say who is behind a letter."""
    if found.calibration is None:
        return []
    told = found.calibration.leniency
    reach = max((e.high - e.low) / 2 for e in told.values())
    rows = sorted((letters[key], e.value) for key, e in told.items() if key in letters)
    return [(letter, _lenient(v), _between(v - reach, v + reach)) for letter, v in rows]


def _lenient(value: float) -> str:
    if round(abs(value), 1) == 0:
        return str(words.EVEN)
    return str(words.LENIENT if value > 0 else words.STRICT).format(points=f"{abs(value):.1f}")


def _between(low: float, high: float) -> str:
    return str(words.BETWEEN).format(low=signed(low), high=signed(high))


def criteria(found: Found, batch: Batch) -> list[tuple[str, str, str]]:
    """(criterion, how much of a mark's spread lies between applicants, how far panelists lie apart)."""
    if found.calibration is None:
        return []
    names = {one.no: one.name for one in criteria_of(batch)}
    fits = found.calibration.criteria
    return [(names.get(f.no, str(f.no)), f"{f.share:.0%}", f"{f.variances.panelist:.1f}") for f in fits]


def sentences(
    found: Found, letters: dict[str, str], names: dict[str, str], applicants: int, sheets: int
) -> dict[str, list[str]]:
    """What the panel's figures mean, by where they stand on the page."""
    if found.calibration is None:
        return {}
    return {
        "line": _line(found.calibration, applicants),
        "agreement": _agreement(found.consistency),
        "signs": _signs(found.signs, letters, names, sheets) if found.signs else [],
    }


def _line(c: Calibration, applicants: int) -> list[str]:
    v, surely, grey = c.variances, len(c.surely_in), len(c.grey)
    spreads = {"applicant": f"{v.applicant:.1f}", "panelist": f"{v.panelist:.1f}", "rest": f"{v.rest:.1f}"}
    return [
        str(words.SURE).format(surely=surely, grey=grey, out=applicants - surely - grey),
        str(words.SPREADS).format(**spreads),
    ]


def _agreement(found: Consistency | None) -> list[str]:
    if found is None:
        return [str(words.NOT_AGREED)]
    single, mean = found.forms[1], found.forms[4]
    level = words.LEVELS[0 if mean.value >= GOOD else 1 if mean.value >= FAIR else 2]
    figures = {key: f"{value:.2f}" for key, value in (("mean", mean.value), ("low", mean.low), ("high", mean.high))}
    w = found.concordance
    by_chance = words.NO_CHANCE if w.p < 0.05 else words.CHANCE
    return [
        str(words.ICC).format(**figures, level=level, single=f"{single.value:.2f}"),
        str(words.W).format(w=f"{w.w:.2f}", p=by_chance),
        str(words.OVER).format(n=found.applicants),
    ]


def _signs(signs: Signs, letters: dict[str, str], names: dict[str, str], sheets: int) -> list[str]:
    drift = [_drift(signs.drift)] if signs.drift else []
    return [*drift, *_halo(signs.halo, letters), *_outliers(signs, letters, names, sheets)]


def _drift(slope: Slope) -> str:
    figures = {"value": signed(slope.value, 2), "low": signed(slope.low, 2), "high": signed(slope.high, 2)}
    return str(words.DRIFT_NONE if slope.low <= 0 <= slope.high else words.DRIFT_SEEN).format(**figures)


def _halo(halo: dict[str, float], letters: dict[str, str]) -> list[str]:
    if not halo:
        return []
    most = f"{max(halo.values()):.2f}"
    seen = sorted(letters.get(key, "?") for key, value in halo.items() if value >= HALO)
    if seen:
        return [str(words.HALO_SEEN).format(letters="、".join(seen), most=most)]
    return [str(words.HALO_NONE).format(most=most)]


def _outliers(signs: Signs, letters: dict[str, str], names: dict[str, str], sheets: int) -> list[str]:
    if not signs.outliers:
        return [str(words.OUTLIERS_NONE).format(n=sheets)]
    return [
        str(words.OUTLIER).format(
            letter=letters.get(f.panelist, "?"),
            name=names.get(f.applicant, ""),
            points=f"{f.points:g}",
            expected=f"{f.expected:.1f}",
        )
        for f in signs.outliers
    ]


def forms(found: Found) -> list[Any]:
    """The six forms of the intraclass correlation for those who want them."""
    return list(found.consistency.forms) if found.consistency else []
