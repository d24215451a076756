"""A plan: its fields and milestones, when it is due, when a milestone counts as reached."""

import datetime
from collections.abc import Mapping

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.rules import Calendar
from sanshe.core.calendar.types import Due
from sanshe.core.kit.asked import day_of
from sanshe.core.sheets import rules as sheets
from sanshe.core.sheets.enums import Answer
from sanshe.core.sheets.types import Question
from sanshe.incubation.enums.agreement.agreement import PLAN_WORKDAYS
from sanshe.incubation.enums.stay.plan import MILESTONES, PLAN_HOUR
from sanshe.incubation.enums.stay.plan import PlanRefusal as R

WORDS = (
    Question("aim", 300, Answer.LONG),
    Question("service", 300, Answer.LONG),
    Question("measure", 300, Answer.LONG),
    Question("want", 200, Answer.LONG, is_optional=True),
)
STEPS = tuple(f"m{n}" for n in range(1, MILESTONES + 1))
DAYS = tuple(f"{code}_by" for code in STEPS)
MARKS = tuple(
    question
    for what, day in zip(STEPS, DAYS, strict=True)
    for question in (Question(what, 120, is_optional=True), Question(day, 10, Answer.DAY, is_optional=True))
)
QUESTIONS = WORDS + MARKS
# What the application already said is the first text of the plan: plan field -> application field.
KNOWN = {"aim": "for_whom", "service": "what", "measure": "how_known", "want": "want"}


def due(*, entered_on: datetime.date, calendar: Calendar) -> Due:
    """Ten working days after signing, the day itself not counted, at 18:00: signed 02-17, due 2022-03-03 18:00."""
    return Due(calendar.term(entered_on, PLAN_WORKDAYS, DayKind.WORKDAY), PLAN_HOUR)


def first_text(application: Mapping[str, str]) -> dict[str, str]:
    """A plan begins with what the application said, so that nothing is asked twice."""
    most = {one.code: one.most for one in WORDS}
    return {code: application.get(name, "")[: most[code]] for code, name in KNOWN.items() if application.get(name)}


def missing(values: Mapping[str, str], *, starts: datetime.date, ends: datetime.date) -> tuple[str, ...]:
    """Fields still to be filled: the words, at least one milestone, and for each a day inside the term."""
    left = list(sheets.missing(WORDS, values))
    named = [code for code in STEPS if values.get(code, "").strip()]
    if not named:
        left.append(STEPS[0])
    days = {code: day_of(values.get(f"{code}_by", "")) for code in named}
    return (*left, *(f"{code}_by" for code, day in days.items() if day is None or not starts <= day <= ends))


def milestones(values: Mapping[str, str]) -> tuple[tuple[int, str, datetime.date], ...]:
    """(number, what, by which day) of those that have both, by day."""
    found = [
        (day, values[code].strip())
        for code in STEPS
        if values.get(code, "").strip() and (day := day_of(values.get(f"{code}_by", "")))
    ]
    return tuple((no, what, day) for no, (day, what) in enumerate(sorted(found), start=1))


def refusal_to_reach(
    *, is_reached: bool, done_on: datetime.date, starts: datetime.date, today: datetime.date, evidence: str
) -> R | None:
    """Reached once, on a day that was, with a line that says where it can be seen. A file is never asked for."""
    if is_reached:
        return R.ALREADY_REACHED
    if done_on > today:
        return R.DAY_TO_COME
    if done_on < starts:
        return R.DAY_OUTSIDE_TERM
    return None if evidence.strip() else R.NO_EVIDENCE
