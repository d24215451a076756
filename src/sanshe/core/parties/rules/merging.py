"""When two entries of one body become one."""

from sanshe.core.parties.enums import R


def refusal_to_ask_merge(*, is_same: bool, is_merged: bool, reason: str) -> R | None:
    """Two entries that both stand, and why they are one body."""
    if is_same:
        return R.MERGE_SELF
    if is_merged:
        return R.MERGED_ALREADY
    return None if reason.strip() else R.NO_REASON


def refusal_to_agree_merge(*, is_asked: bool, is_merged: bool, is_same_person: bool) -> R | None:
    """Once, and by somebody else than who asked."""
    if is_merged:
        return R.MERGED_ALREADY
    if not is_asked:
        return R.MERGE_NOT_ASKED
    return R.MERGE_SAME_PERSON if is_same_person else None
