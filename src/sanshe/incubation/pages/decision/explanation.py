"""Why an applicant stands where it stands: questions an objector asks, each with its answer from the records."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.utils import formats
from django.utils.translation import gettext as _

from sanshe.incubation.enums.decision.decision import MotionKind, PlaceKind, Side
from sanshe.incubation.models import Application, Ballot, Batch, Decision, Place, Sheet
from sanshe.incubation.pages.decision import calibration
from sanshe.incubation.phrases.decision import decision as decision_words
from sanshe.incubation.phrases.decision import explanation as words
from sanshe.incubation.queries.call.batch import criteria
from sanshe.incubation.queries.decision.calibration import calibrated
from sanshe.incubation.queries.decision.decision import (
    ballots,
    decision_of,
    recused_by_applicant,
    result_of,
    tabulation_of,
)
from sanshe.incubation.rules.decision import decision as votes
from sanshe.incubation.rules.decision import tabulation as rules
from sanshe.incubation.types.tabulation import Result, Standing

QA = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Explained:
    """An applicant's place, told."""

    application: Any
    rank: int
    mean: str
    result: str
    is_in: bool
    is_grey: bool
    marks: list[tuple[str, str]]
    answers: list[QA]


@dataclass(frozen=True, slots=True)
class Case:
    """What the answers are made from."""

    batch: Batch
    result: Result
    own: Standing
    recused: int
    run: Any


def of(batch: Batch, pk: UUID, *, for_itself: bool = False) -> Explained | None:
    """The explanation, None for who was not scored. For the applicant itself nobody else's figures are in it."""
    run = tabulation_of(batch)
    row = Application.objects.filter(batch=batch, pk=pk).first()
    result = result_of(run) if run else None
    own = next((s for s in result.standings if s.applicant == str(pk)), None) if result else None
    if row is None or result is None or own is None:
        return None
    case = Case(batch, result, own, len(recused_by_applicant(batch).get(str(pk), ())), run)
    place = Place.objects.filter(application=row).first()
    said = _result(case, place)
    answers = [_points(case), _recused(case), _tie(case)]
    answers += _for_itself(case, place, said) if for_itself else _for_staff(case, place)
    is_in = place.kind == PlaceKind.SELECTED if place else own.rank <= result.places
    return Explained(row, own.rank, rules.two_places(own.mean), said, is_in, own.is_grey, _marks(case), answers)


def _result(case: Case, place: Place | None) -> str:
    """What the panel decided, before that what the announced rule gives."""
    if place is None:
        order = list(case.result.standings).index(case.own) + 1
        split = rules.tie_across(case.result.standings, cut=case.result.places)
        return calibration.by_rule(order, case.own, case.result, split)
    label = str(decision_words.PLACES[PlaceKind(place.kind)])
    return _("候补第 {n}").format(n=place.reserve_no) if place.reserve_no else label


def _for_staff(case: Case, place: Place | None) -> list[QA]:
    return [_line(case), _sure(case), _panel(case), _now(case, place)]


def _for_itself(case: Case, place: Place | None, said: str) -> list[QA]:
    decision = decision_of(case.batch)
    reason = str(words.A_REASON).format(reason=decision.reason) if decision and decision.reason else ""
    decided = str(words.A_PANEL_ITSELF).format(result=said) + reason
    return [(str(words.Q_SURE), _grey(case)), (str(words.Q_PANEL), decided), _now(case, place)]


def _points(case: Case) -> QA:
    own = case.own
    counts = {"sheets": own.sheets, "counted": own.counted, "points": own.points, "rank": own.rank}
    said = words.A_POINTS if own.counted == own.sheets else words.A_TRIMMED
    figures = {"mean": rules.two_places(own.mean), "all": len(case.result.standings)}
    return str(words.Q_POINTS), str(said).format(**counts, **figures)


def _recused(case: Case) -> QA:
    said = str(words.A_RECUSED).format(n=case.recused) if case.recused else str(words.A_NONE_RECUSED)
    return str(words.Q_RECUSED), said


def _tie(case: Case) -> QA:
    """The steps of the announced tie rule that were taken, and where they ended."""
    steps = rules.tie_steps(case.result.standings, case.own.applicant)
    if not steps[0]:
        return str(words.Q_TIE), str(words.A_NO_TIE)
    said = [str(words.A_TIE).format(n=steps[0])]
    for text, own, left in zip(words.STEPS, case.own.breakers, steps[1:], strict=False):
        left_said = str(words.STILL).format(n=left) if left else str(words.DECIDED)
        said.append(str(text).format(own=rules.two_places(own)) + left_said)
    if steps[-1]:
        said.append(str(words.SHARED).format(rank=case.own.rank))
    return str(words.Q_TIE), "".join(said)


def _line(case: Case) -> QA:
    gap = rules.gap_to_line(case.result.standings, case.own.applicant, places=case.result.places)
    if gap is None:
        return str(words.Q_LINE), str(words.A_NO_LINE)
    said = words.A_ABOVE if gap > 0 else words.A_BELOW if gap < 0 else words.A_AT
    return str(words.Q_LINE), str(said).format(gap=rules.two_places(abs(gap)))


def _grey(case: Case) -> str:
    if case.result.spread is None:
        return str(words.A_UNKNOWN)
    said = words.A_GREY if case.own.is_grey else words.A_CLEAR
    return str(said).format(spread=calibration.tenths(case.result.spread))


def _sure(case: Case) -> QA:
    found = calibrated(case.batch, case.run)
    beside = ""
    if found.calibration:
        key = case.own.applicant
        figures = {"points": f"{found.calibration.least_squares[key]:.2f}", "rank": found.ranks[key]}
        chance = calibration.chance(found.calibration.selected[key])
        beside = str(words.A_BESIDE).format(**figures, chance=chance, places=case.result.places)
    return str(words.Q_SURE), _grey(case) + beside


def _panel(case: Case) -> QA:
    """The vote on this applicant with its sums, and the reason in the minutes; nobody's name."""
    decision = decision_of(case.batch)
    about = [b for b in ballots(decision) if case.own.applicant in b.applicants] if decision else []
    if decision is None or not about:
        return str(words.Q_PANEL), str(words.A_NOT_YET)
    said = "".join(_vote(ballot, decision) for ballot in about)
    reason = str(words.A_REASON).format(reason=decision.reason) if decision.reason else ""
    return str(words.Q_PANEL), said + reason


def _vote(ballot: Ballot, decision: Decision) -> str:
    cast = [vote.side for vote in ballot.votes.all()]
    counts = ((side, cast.count(side)) for side in Side)
    shown = "，".join(f"{decision_words.SIDES[side]} {n}" for side, n in counts if n) or "—"
    texts = {MotionKind.BLOCK: words.A_BLOCK, MotionKind.ALONE: words.A_ALONE, MotionKind.TIE: words.A_TIE_VOTE}
    base = {"members": decision.members, "needed": votes.majority(decision.members)}
    outcome = decision_words.OUTCOMES[ballot.outcome]
    return str(texts[ballot.kind]).format(n=len(ballot.applicants) - 1, votes=shown, outcome=outcome, **base)


def _now(case: Case, place: Place | None) -> QA:
    if place is None:
        return str(words.Q_NOW), str(words.A_NOT_YET)
    if place.reserve_no is None:
        state = decision_words.PLACE_STATES[place.state]
        said = words.A_NOT_SELECTED if place.kind == PlaceKind.NOT_SELECTED else words.A_SELECTED
        return str(words.Q_NOW), str(said).format(state=state)
    until = case.batch.reserve_until
    if until is None:
        return str(words.Q_NOW), str(words.A_RESERVE_OPEN).format(n=place.reserve_no)
    day = formats.date_format(until, _("n月j日"))
    return str(words.Q_NOW), str(words.A_RESERVE).format(n=place.reserve_no, day=day)


def _marks(case: Case) -> list[tuple[str, str]]:
    """The mean of each criterion over the sheets."""
    keys = Sheet.objects.filter(batch=case.batch, application_id=case.own.applicant, total__isnull=False)
    given = list(keys.values_list("marks", flat=True))
    means = ((c, Fraction(sum(m[str(c.no)] for m in given), len(given))) for c in criteria(case.batch))
    return [(c.name, rules.two_places(mean)) for c, mean in means]
