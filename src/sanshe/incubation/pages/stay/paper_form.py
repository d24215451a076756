"""The blank sheets of a plan and of a quarterly report: their questions in the words of incubation."""

from typing import Any

from django.utils.text import format_lazy

from sanshe.core.sheets.queries import Line, lines
from sanshe.core.sheets.types import worded
from sanshe.incubation.models import Plan, QuarterlyReport
from sanshe.incubation.phrases.stay import plan as plan_words
from sanshe.incubation.phrases.stay import report as report_words
from sanshe.incubation.queries.stay.plan import left
from sanshe.incubation.rules.stay import plan, report


def _step(code: str) -> Any:
    """里程碑 2, or the day of it."""
    return plan_words.STEP_BY if code.endswith("_by") else format_lazy(plan_words.STEP, n=code[1:])


STEPS = {one.code: _step(one.code) for one in plan.MARKS}
PLAN = worded("incubation.plan", plan.QUESTIONS, {**STEPS, **plan_words.LABELS}, plan_words.HINTS)
REPORT = worded("incubation.report", report.QUESTIONS, report_words.LABELS, report_words.HINTS)


def plan_lines(row: Plan) -> list[Line]:
    return lines(row, PLAN, left(row))


def report_lines(row: QuarterlyReport) -> list[Line]:
    return lines(row, REPORT)
