"""When a title is revoked: told, heard, then decided by two; a tip alone is no ground."""

from collections.abc import Collection
from datetime import datetime

from sanshe.creation.enums import Ground, R, Reply, Standing

HEARING = 5  # working days to answer


def refusal_to_tell(
    *, standing: Standing, ground: str, grounds: Collection[str], reply: str, is_open: bool
) -> R | None:
    """Only a title that is held, on a ground of its scheme; that of the police needs their answer."""
    if standing not in (Standing.HELD, Standing.WARNED, Standing.SUSPENDED):
        return R.NOT_HELD
    if is_open:
        return R.REVOKING
    if ground not in grounds:
        return R.NOT_A_GROUND
    return R.TIP_ONLY if ground == Ground.POLICE and reply != Reply.SOME else None


def refusal_to_hear(*, closes: datetime, at: datetime, said: str) -> R | None:
    """Until the last day is over, and something was said."""
    if at >= closes:
        return R.HEARING_OVER
    return None if said.strip() else R.NOTHING_SAID


def refusal_to_decide(*, closes: datetime, at: datetime) -> R | None:
    """Not before they could be heard."""
    return R.NOT_HEARD if at < closes else None
