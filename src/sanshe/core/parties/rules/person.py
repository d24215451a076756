"""When a person is put right, merged, shown or destroyed."""

from sanshe.core.parties.enums import R

KEPT_DAYS = 365


def refusal_of_reason(reason: str) -> R | None:
    """Whole values are shown, put right and destroyed for a reason that is on record."""
    return None if reason.strip() else R.NO_REASON


def refusal_to_touch(*, is_merged: bool, is_destroyed: bool) -> R | None:
    """What is gone stays as it is."""
    return R.PERSON_GONE if is_merged or is_destroyed else None


def refusal_to_merge(*, is_same: bool, district: str, other: str, is_alike: bool, reason: str) -> R | None:
    """Two rows of one district with one name or one telephone, and why they are one person: it cannot be undone."""
    if is_same:
        return R.SAME_ROW
    if district != other:
        return R.PERSON_GONE
    return refusal_of_reason(reason) or (None if is_alike else R.NOT_ALIKE)


def is_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether the name or the telephone is the same, by (index of the name, index of the telephone)."""
    return any(mine and mine == theirs for mine, theirs in zip(one, other, strict=True))
