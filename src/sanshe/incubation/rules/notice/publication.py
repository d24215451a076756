"""When the list may be published, confirmed, and when a reserve moves up."""

import datetime

from sanshe.incubation.enums.notice.publication import PublicationRefusal as R


def refusal_to_publish(*, approved: bool, published: bool) -> R | None:
    if published:
        return R.ALREADY_OUT
    return None if approved else R.NOT_APPROVED


def refusal_to_confirm(
    *, noticed: bool, window_ends: datetime.datetime, at: datetime.datetime, open_objections: int
) -> R | None:
    """A place is confirmed after its notice ended; an open objection blocks that place only."""
    if not noticed:
        return R.NOT_NOTICED
    if at < window_ends:
        return R.WINDOW_OPEN
    return R.PLACE_BLOCKED if open_objections else None


def refusal_to_promote(*, reserves_left: int, reserve_until: datetime.date, today: datetime.date) -> R | None:
    """The first reserve moves up while the reserve list is valid."""
    if not reserves_left:
        return R.NO_RESERVE
    return R.RESERVE_EXPIRED if today > reserve_until else None
