"""Reading objections: what may be objected to, cases for who may see them, deadlines, counts."""

from sanshe.core.objections.queries.cases import (
    Case,
    case_for,
    case_of,
    cases,
    co_handlers,
    own,
    standing_of,
    tracked,
    visible,
    workers,
)
from sanshe.core.objections.queries.counts import (
    blocked,
    count_of,
    is_blocked,
    of_listing,
    open_rows,
    to_close,
    under,
    waiting,
)
from sanshe.core.objections.queries.in_hand import case_in_hand, cases_in_hand
from sanshe.core.objections.queries.listings import due_days, is_open, listing_of, notice_end, review_due
from sanshe.core.objections.queries.subjects import SUBJECTS, all_codes

__all__ = [
    "SUBJECTS",
    "Case",
    "all_codes",
    "blocked",
    "case_for",
    "case_in_hand",
    "case_of",
    "cases",
    "cases_in_hand",
    "co_handlers",
    "count_of",
    "due_days",
    "is_blocked",
    "is_open",
    "listing_of",
    "notice_end",
    "of_listing",
    "open_rows",
    "own",
    "review_due",
    "standing_of",
    "to_close",
    "tracked",
    "under",
    "visible",
    "waiting",
    "workers",
]
