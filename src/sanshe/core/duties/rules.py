"""When a reminder of something due goes out: a week before, a day before, and on the first day overdue; each once.

A run that comes late sends the latest step that was reached and not the earlier ones.
"""

import datetime

from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Step
from sanshe.core.kit import shanghai


def step_at(due: Due, now: datetime.datetime) -> Step | None:
    """The step that is reached at this moment; None while it is more than a week away."""
    if now >= due.moment:
        return Step.OVERDUE
    left = (due.day - shanghai.day(now)).days
    if left <= 1:
        return Step.DAY
    return Step.WEEK if left <= 7 else None


def key_of(*, duty: str, due: Due, step: Step, to: str) -> str:
    """One message for life: a date that was moved is reminded of anew, the same date never twice."""
    return f"duties:{duty}:{due.day.isoformat()}:{step}:{to}"
