"""The announced rule: sealed sheets in, one order out. Whole points and exact fractions, never floats.

Nothing here depends on the order in which sheets arrive. Equals share a rank and the next rank skips.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import isqrt
from typing import Any

from sanshe.core.kit.digest import fingerprint
from sanshe.incubation.enums.decision.tabulation import R, TabulationRule
from sanshe.incubation.types.tabulation import Result, SealedSheet, Standing

TRIM_FROM = 5
TIE_BREAKERS = (5, 2)
Totals = Sequence[Mapping[str, int]]


def refusal_to_run(*, sealed: int, due: int) -> R | None:
    """Whether the session can be tabulated: it has sheets and all of them are sealed."""
    if due == 0:
        return R.NO_SHEETS
    return R.SHEETS_MISSING if sealed < due else None


def refusal_to_see(*, is_recused: bool, is_out: bool) -> R | None:
    """Whether somebody may see the tabulation. Who is recused from anyone of this batch learns nothing of that
    applicant, and a list without its row would tell its place: they wait until the notice is out."""
    return R.RECUSED_HERE if is_recused and not is_out else None


def tabulate(sheets: Iterable[SealedSheet], *, rule: TabulationRule, places: int, reserve: int) -> Result:
    """The whole result, with the grey zone around the line below the last place."""
    by_applicant = _grouped(sheets)
    standings = ranked(_standing(applicant, rows, rule) for applicant, rows in by_applicant.items())
    spread = spread_of_difference(by_applicant)
    grey = grey_zone(standings, places=places, spread=spread)
    marked = tuple(_with_grey(standing, standing.applicant in grey) for standing in standings)
    return Result(rule=rule, places=places, reserve=reserve, spread=spread, standings=marked)


def _grouped(sheets: Iterable[SealedSheet]) -> dict[str, list[SealedSheet]]:
    grouped: dict[str, list[SealedSheet]] = defaultdict(list)
    for sheet in sorted(sheets, key=lambda s: (s.applicant, s.panelist)):
        grouped[sheet.applicant].append(sheet)
    return grouped


def counted_sheets(sheets: Sequence[SealedSheet], rule: TabulationRule) -> list[SealedSheet]:
    """The sheets that count: all; trimmed, from five sheets on, without one highest and one lowest total.

    Of equal totals the marks decide which sheet is left out (criterion 5 first, then 2, then the rest), so that neither
    the name of a panelist nor the order of arrival can change a tie.
    """
    if rule is TabulationRule.MEAN or len(sheets) < TRIM_FROM:
        return list(sheets)
    return sorted(sheets, key=lambda s: (s.total, *(s.marks[no - 1] for no in TIE_BREAKERS), s.marks))[1:-1]


def _standing(applicant: str, sheets: Sequence[SealedSheet], rule: TabulationRule) -> Standing:
    counted = counted_sheets(sheets, rule)
    points = sum(sheet.total for sheet in counted)
    breakers = tuple(Fraction(sum(s.marks[no - 1] for s in counted), len(counted)) for no in TIE_BREAKERS)
    mean = Fraction(points, len(counted))
    return Standing(applicant, len(sheets), len(counted), points, mean, breakers, rank=0)


def ranked(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """By mean, then the mean of criterion 5, then of 2; who is still equal shares the rank, listed by applicant key."""
    rows = sorted(standings, key=lambda s: (tuple(-part for part in _merit(s)), s.applicant))
    first: dict[tuple[Fraction, ...], int] = {}
    for place, row in enumerate(rows, 1):
        first.setdefault(_merit(row), place)
    return tuple(_with_rank(row, first[_merit(row)]) for row in rows)


def _merit(standing: Standing) -> tuple[Fraction, ...]:
    return (standing.mean, *standing.breakers)


def _with_rank(s: Standing, rank: int) -> Standing:
    return Standing(s.applicant, s.sheets, s.counted, s.points, s.mean, s.breakers, rank, s.is_grey)


def _with_grey(s: Standing, is_grey: bool) -> Standing:
    return Standing(s.applicant, s.sheets, s.counted, s.points, s.mean, s.breakers, s.rank, is_grey)


def tie_steps(standings: Sequence[Standing], applicant: str) -> tuple[int, ...]:
    """How many others are equal to this applicant by the mean, then also by each further criterion of the tie rule.

    It stops where nobody is equal any more; (0,) is an applicant whose mean nobody shares.
    """
    own = next(s for s in standings if s.applicant == applicant)
    steps = []
    for depth in range(1, len(_merit(own)) + 1):
        steps.append(sum(_merit(s)[:depth] == _merit(own)[:depth] for s in standings) - 1)
        if not steps[-1]:
            break
    return tuple(steps)


def gap_to_line(standings: Sequence[Standing], applicant: str, *, places: int) -> Fraction | None:
    """Points above the best below the line, or (negative) below the last above it; None when there is no line."""
    if len(standings) <= places:
        return None
    by_merit = sorted(standings, key=lambda s: (s.rank, s.applicant))
    own = next(s for s in by_merit if s.applicant == applicant)
    other = by_merit[places] if own in by_merit[:places] else by_merit[places - 1]
    return own.mean - other.mean


def tie_across(standings: Iterable[Standing], *, cut: int) -> tuple[str, ...]:
    """The applicants who share one rank across the line below place `cut`; empty when the line splits nobody."""
    by_rank: dict[int, list[str]] = defaultdict(list)
    for standing in standings:
        by_rank[standing.rank].append(standing.applicant)
    split = [sorted(group) for rank, group in by_rank.items() if rank <= cut < rank + len(group) - 1]
    return tuple(split[0]) if split else ()


def spread_of_difference(by_applicant: Mapping[str, Sequence[SealedSheet]]) -> int | None:
    """How far two applicants' means differ by the panel's ordinary disagreement, in tenths of a point.

    For each two applicants: d = the difference of the two totals, for each panelist who scored both; s² = the sample
    variance of d, n = the number of those panelists; s²/n is the square of the standard deviation of the mean
    difference. The spread is the root of the mean of s²/n over all pairs with n >= 2, rounded half up to 0.1.
    A panelist who is strict or lenient throughout cancels out of d. Exact: the root is taken of whole numbers.
    Applicants scored by the same panelists are taken together, so that ten thousand of them need no pair by pair.
    """
    groups: dict[tuple[str, ...], list[dict[str, int]]] = defaultdict(list)
    for rows in by_applicant.values():
        totals = {s.panelist: s.total for s in rows}
        groups[tuple(sorted(totals))].append(totals)
    found = [_squares(groups[a], groups[b], a == b) for a, b in combinations_with_replacement(sorted(groups), 2)]
    pairs = sum(n for n, _ in found)
    return rounded_root_tenths(sum((square for _, square in found), Fraction(0)) / pairs) if pairs else None


def _squares(one: Totals, other: Totals, is_same: bool) -> tuple[int, Fraction]:
    """(pairs, the sum of s²/n over them) between two groups, or within one.

    With u = n·total − the applicant's sum over the n shared panelists, s²/n of a pair is |u − u'|² / (n³(n−1)), and
    the sum of |u − u'|² over all pairs needs only the sums of u and of |u|² of either group.
    """
    shared = sorted(set(one[0]) & set(other[0]))
    n, size = len(shared), (len(one), len(other))
    if n < 2:
        return 0, Fraction(0)
    sums, squares = _moments(one, shared)
    if is_same:
        return size[0] * (size[0] - 1) // 2, Fraction(size[0] * squares - _dot(sums, sums), n**3 * (n - 1))
    sums_of_other, squares_of_other = _moments(other, shared)
    whole = size[1] * squares + size[0] * squares_of_other - 2 * _dot(sums, sums_of_other)
    return size[0] * size[1], Fraction(whole, n**3 * (n - 1))


def _moments(group: Totals, shared: Sequence[str]) -> tuple[list[int], int]:
    """The sum of u over a group, part by part, and the sum of |u|²."""
    rows = [[totals[who] for who in shared] for totals in group]
    loose = [[len(row) * points - sum(row) for points in row] for row in rows]
    return [sum(column) for column in zip(*loose, strict=True)], sum(_dot(u, u) for u in loose)


def _dot(a: Sequence[int], b: Sequence[int]) -> int:
    return sum(x * y for x, y in zip(a, b, strict=True))


def rounded_root_tenths(square: Fraction) -> int:
    """The square root of an exact value, in tenths, rounded half up: floor(10·root + 1/2) by whole numbers only."""
    return (isqrt(400 * square.numerator // square.denominator) + 1) // 2


def grey_zone(standings: Sequence[Standing], *, places: int, spread: int | None) -> frozenset[str]:
    """Who stands closer to the other side of the line than the printed spread: above it measured from the best below,
    below it from the last above. With no line (fewer applicants than places) nobody is grey."""
    by_merit = sorted(standings, key=lambda s: (s.rank, s.applicant))
    above, below = by_merit[:places], by_merit[places:]
    if spread is None or not above or not below:
        return frozenset()
    near = Fraction(spread, 10)
    grey_above = {s.applicant for s in above if s.mean - below[0].mean <= near}
    return frozenset(grey_above | {s.applicant for s in below if above[-1].mean - s.mean <= near})


def inputs_of(sheets: Iterable[SealedSheet], *, rule: TabulationRule, places: int, reserve: int) -> dict[str, Any]:
    """What went in, in one canonical order."""
    rows = sorted([s.applicant, s.panelist, list(s.marks)] for s in sheets)
    return {"rule": str(rule), "places": places, "reserve": reserve, "sheets": rows}


def inputs_hash(sheets: Iterable[SealedSheet], *, rule: TabulationRule, places: int, reserve: int) -> str:
    """Fingerprint of what went in."""
    return fingerprint(inputs_of(sheets, rule=rule, places=places, reserve=reserve))


def as_json(result: Result) -> dict[str, Any]:
    """The result as plain values; a fraction is [numerator, denominator] in lowest terms."""
    head = {"rule": str(result.rule), "places": result.places, "reserve": result.reserve, "spread": result.spread}
    return {**head, "standings": [_row(standing) for standing in result.standings]}


def _row(s: Standing) -> dict[str, Any]:
    counts = {"applicant": s.applicant, "sheets": s.sheets, "counted": s.counted, "points": s.points}
    means = {"mean": _pair(s.mean), "breakers": [_pair(value) for value in s.breakers]}
    return {**counts, **means, "rank": s.rank, "grey": s.is_grey}


def _pair(value: Fraction) -> list[int]:
    return [value.numerator, value.denominator]


def from_json(said: Mapping[str, Any]) -> Result:
    """The result that `as_json` wrote down."""
    standings = tuple(_standing_of(row) for row in said["standings"])
    return Result(TabulationRule(said["rule"]), said["places"], said["reserve"], said["spread"], standings)


def _standing_of(row: Mapping[str, Any]) -> Standing:
    breakers = tuple(Fraction(*pair) for pair in row["breakers"])
    counts = (row["applicant"], row["sheets"], row["counted"], row["points"])
    return Standing(*counts, Fraction(*row["mean"]), breakers, row["rank"], row["grey"])


def two_places(value: Fraction) -> str:
    """A mean as printed: two decimals, rounded half up. Only for the eye; ranks are made of the exact value."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d}"
