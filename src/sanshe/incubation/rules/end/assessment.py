"""When an assessment may be announced, answered, marked and decided, and what its marks suggest.

The lines (60 and 70 of 100, half of each dimension) are this app's ruling: no district prints its own. They suggest;
two people decide, and say why when they decide otherwise.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from sanshe.core.sheets.enums import Answer
from sanshe.core.sheets.types import Question
from sanshe.incubation.enums.end.assessment import ASSESSORS, SUMMARY, TEXT, Kind, PaperState, Verdict
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as R
from sanshe.incubation.types.assessment import Line, Score

DIMENSIONS = ("内部治理", "服务开展", "财务管理")
FULL = 100
PASS_LINE = {Kind.MIDTERM: Fraction(60, 100), Kind.GRADUATION: Fraction(70, 100)}
DIMENSION_LINE = Fraction(1, 2)


def refusal_of_indicators(lines: Sequence[Line]) -> R | None:
    """Each of the three dimensions has something to mark, every indicator is worth something, all together 100."""
    named = {line.dimension for line in lines} == set(DIMENSIONS) and all(line.name.strip() for line in lines)
    worth = all(0 < line.points <= FULL for line in lines) and sum(line.points for line in lines) == FULL
    return None if named and worth else R.INDICATORS_WRONG


def refusal_to_edit_indicators(*, opened: bool) -> R | None:
    """Frozen once the first assessment of the kind was announced."""
    return R.INDICATORS_FROZEN if opened else None


def refusal_to_announce(
    *,
    in_incubation: bool,
    running: bool,
    window: tuple[datetime.date, datetime.date],
    today: datetime.date,
    report_by: datetime.date,
) -> R | None:
    """Inside the window that the term gives; the report is due in it, not before tomorrow."""
    checks = (
        (not in_incubation, R.NOT_IN_INCUBATION),
        (running, R.RUNS_ALREADY),
        (not window[0] <= today <= window[1], R.OUTSIDE_WINDOW),
        (report_by < today, R.DAYS_WRONG),
    )
    return next((code for holds, code in checks if holds), None)


def questions(lines: Iterable[Line]) -> tuple[Question, ...]:
    """What the organisation's own report has to say: of each indicator, and in sum."""
    asked = (Question(one.code, TEXT, Answer.LONG, label=one.name, hint=one.says) for one in lines)
    return (*asked, Question(SUMMARY, TEXT, Answer.LONG))


def refusal_to_report(*, left: int, closed: bool) -> R | None:
    """Each indicator has an answer. A late report is taken, and marked as late, until the reminder's days are over."""
    if closed:
        return R.TOO_LATE
    return R.REPORT_EMPTY if left else None


def refusal_to_name(*, may_mark: bool, related: bool, named: bool) -> R | None:
    """An assessor holds the right to mark and is not related to the organisation."""
    checks = ((named, R.ALREADY_NAMED), (not may_mark, R.NOT_AN_ASSESSOR), (related, R.RELATED))
    return next((code for holds, code in checks if holds), None)


def refusal_to_declare(*, declared: bool, detected: bool, relation: str, said: str) -> R | None:
    """Once, before reading. A tie the register knows is not declared away; a tie is said in a sentence."""
    checks = (
        (declared, R.DECLARED_ALREADY),
        (detected and not relation, R.DETECTED),
        (bool(relation) and not said.strip(), R.NO_WORDS),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_read(*, declared: bool, recused: bool) -> R | None:
    """An assessor reads once they declared that nothing ties them to the organisation."""
    if not declared:
        return R.NOT_DECLARED
    return R.RECUSED if recused else None


def refusal_of_marks(*, marks: Mapping[int, int], points: Mapping[int, int]) -> R | None:
    """A whole mark for each indicator, none beyond its full marks."""
    if set(marks) != set(points):
        return R.MARKS_MISSING
    return None if all(0 <= marks[no] <= points[no] for no in points) else R.MARK_WRONG


def refusal_to_close_interview(*, record: str, marked: int, named: int) -> R | None:
    """At least two assessors, each with all marks, and a record of what was said."""
    if named < ASSESSORS:
        return R.ONE_ASSESSOR
    if marked < named:
        return R.MARKS_MISSING
    return None if record.strip() else R.NO_RECORD


def refusal_to_close_papers(states: Iterable[PaperState]) -> R | None:
    """Each document was looked for."""
    return R.PAPERS_OPEN if PaperState.OPEN in set(states) else None


def score(marks: Mapping[int, Sequence[int]], lines: Sequence[Line]) -> Score:
    """The mean of the assessors for each indicator, added up exactly: in all, and as a share of each dimension."""
    means = {line.no: Fraction(sum(marks[line.no]), len(marks[line.no])) for line in lines}
    shares = {}
    for dimension in DIMENSIONS:
        mine = [line for line in lines if line.dimension == dimension]
        shares[dimension] = sum((means[line.no] for line in mine), Fraction(0)) / sum(line.points for line in mine)
    return Score(sum(means.values(), Fraction(0)), shares, means)


def suggested(*, kind: Kind, found: Score, missing: int, may_extend: bool) -> Verdict:
    """What the rule says: enough in all, half of each dimension and every document; people may differ."""
    enough = found.total >= PASS_LINE[kind] * FULL and min(found.shares.values()) >= DIMENSION_LINE
    if kind == Kind.MIDTERM:
        return Verdict.PASS if enough and not missing else Verdict.RECTIFY
    if enough and not missing:
        return Verdict.RECOMMENDED
    return Verdict.NOT_YET if may_extend else Verdict.NOT


def refusal_to_propose(*, kind: Kind, verdict: str, rule_says: Verdict, reason: str, may_extend: bool) -> R | None:
    """One of the kind's verdicts; another than the rule's needs a reason, and a term extends at most once."""
    if verdict not in Verdict.of(kind):
        return R.VERDICT_UNKNOWN
    if verdict in (Verdict.EXTEND, Verdict.NOT_YET) and not may_extend:
        return R.VERDICT_UNKNOWN
    return R.NO_REASON if verdict != rule_says and not reason.strip() else None


def refusal_to_close_as_absent(*, reminded: bool, closes: datetime.datetime | None, at: datetime.datetime) -> R | None:
    """Taken as leaving only after a reminder and the working days it gave."""
    if not reminded or closes is None:
        return R.NO_REMINDER
    return R.STILL_TIME if at < closes else None
