"""What was announced, its window, and the days that run from an objection to it."""

from datetime import date, datetime
from uuid import UUID

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.notices.models import PublicNotice
from sanshe.core.objections.queries.subjects import SUBJECTS
from sanshe.core.objections.types import Days, Listing


def listing_of(kind: str, key: UUID) -> Listing | None:
    """What was announced; None while nothing is in public."""
    return SUBJECTS[kind].listing(key) if kind in SUBJECTS else None


def is_open(listing: Listing | None, at: datetime) -> bool:
    return listing is not None and listing.opens <= at < listing.closes


def notice_end(notice: PublicNotice) -> datetime:
    """The first moment after a notice's window; one without a window stays open."""
    return Due(notice.window_to).moment if notice.window_to else shanghai.end(date.max)


def due_days(raised_at: datetime, days: Days) -> tuple[date, date]:
    """Until when it is said whether it is taken up, and until when it is answered."""
    start = shanghai.day(raised_at)
    return _term(start, days.accept), _term(start, days.answer)


def review_due(answered_at: datetime, days: Days) -> date:
    return _term(shanghai.day(answered_at), days.review)


def _term(start: date, n: int) -> date:
    return workdays().term(start, n, DayKind.WORKDAY)
