"""The forms of a plan and of a report as their pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sanshe.incubation.models import Plan, QuarterlyReport
from sanshe.incubation.phrases.stay import plan as plan_words
from sanshe.incubation.phrases.stay import report as report_words
from sanshe.incubation.queries.stay.plan import left
from sanshe.incubation.rules.stay import plan, report
from sanshe.incubation.rules.stay.drafting import Blank, missing


@dataclass(frozen=True, slots=True)
class Line:
    """One field with its words and what is in it."""

    blank: Blank
    label: Any
    hint: Any
    value: str
    is_missing: bool


def plan_lines(row: Plan) -> list[Line]:
    labels = {one.code: _step(one.code) for one in plan.MARKS} | plan_words.LABELS
    return _lines(row.fields, plan.BLANKS, labels, plan_words.HINTS, left(row))


def report_lines(row: QuarterlyReport) -> list[Line]:
    lacking = missing(report.BLANKS, row.fields)
    return _lines(row.fields, report.BLANKS, report_words.LABELS, report_words.HINTS, lacking)


def _lines(
    fields: Mapping[str, str], blanks: Iterable[Blank], labels: Any, hints: Any, lacking: tuple[str, ...]
) -> list[Line]:
    return [
        Line(one, labels[one.code], hints.get(one.code, ""), fields.get(one.code, ""), one.code in lacking)
        for one in blanks
    ]


def _step(code: str) -> Any:
    """里程碑 2, or the day of it."""
    return plan_words.STEP_BY if code.endswith("_by") else str(plan_words.STEP).format(n=code[1:])
