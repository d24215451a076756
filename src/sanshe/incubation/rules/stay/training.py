"""When a training may be planned, recorded, called off."""

import datetime
from collections.abc import Mapping
from uuid import UUID

from sanshe.incubation.enums.stay.training import MOST_PEOPLE
from sanshe.incubation.enums.stay.training import TrainingRefusal as R
from sanshe.incubation.enums.stay.training import TrainingState as S


def refusal_to_plan(
    *, title: str, place: str, starts_at: datetime.datetime | None, quarters: int | None, invited: int
) -> R | None:
    checks = (
        (not title.strip() or not place.strip(), R.NO_TITLE),
        (starts_at is None, R.NO_TIME),
        (quarters is None, R.HOURS_WRONG),
        (not invited, R.NOBODY_TO_INVITE),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_record(
    *, state: S, starts_at: datetime.datetime, at: datetime.datetime, counts: Mapping[UUID, int]
) -> R | None:
    """After it began, heads by organisation from the sign sheet; nobody's name is taken down."""
    if state == S.CALLED_OFF:
        return R.MOVE_NOT_ALLOWED
    if at < starts_at:
        return R.NOT_BEGUN
    return None if all(0 <= n <= MOST_PEOPLE for n in counts.values()) else R.COUNT_WRONG


def refusal_to_call_off(*, state: S, reason: str) -> R | None:
    if state != S.PLANNED:
        return R.MOVE_NOT_ALLOWED
    return None if reason.strip() else R.NO_REASON
