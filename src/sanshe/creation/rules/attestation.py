"""What the police answer: one of two words, once, and struck the same day from a list of reasons."""

from datetime import date, datetime

from sanshe.core.kit import shanghai
from sanshe.creation.enums import R, Reply, Slip

WORKDAYS, HOUR = 5, 18  # answered by 18:00 of the last day


def refusal_to_answer(*, is_answered: bool, given: str) -> R | None:
    """Late answers are taken; silence is none."""
    if is_answered:
        return R.ANSWERED
    return None if given in list(Reply) else R.ANSWER_ONLY


def refusal_to_strike(*, answered_at: datetime | None, at: datetime, given: str, went_on: bool) -> R | None:
    """The same day, by a reason of the list, while nothing was built on it."""
    if answered_at is None or shanghai.day(answered_at) != shanghai.day(at):
        return R.STRIKE_LATE
    if went_on:
        return R.WENT_ON
    return None if given in list(Slip) else R.ANSWER_ONLY


def is_in_time(*, due_on: date, answered_at: datetime) -> bool:
    """Answered before the hour of the last day is over."""
    return answered_at < shanghai.moment(due_on, HOUR)
