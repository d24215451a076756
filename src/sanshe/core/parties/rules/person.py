"""When a person is put right, merged, shown or destroyed."""

from sanshe.core.parties.enums import R

KEPT_DAYS = 365


def refusal_of_reason(reason: str) -> R | None:
    """Whole values are shown, put right and destroyed for a reason that is on record."""
    return None if reason.strip() else R.NO_REASON


def refusal_to_touch(*, is_merged: bool, is_destroyed: bool) -> R | None:
    """What is gone stays as it is."""
    return R.PERSON_GONE if is_merged or is_destroyed else None


def refusal_to_merge(*, is_same: bool, district: str, other: str) -> R | None:
    """Two rows of one district that are not the same row."""
    if is_same:
        return R.SAME_ROW
    return None if district == other else R.PERSON_GONE
