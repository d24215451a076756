"""Sending to units, and their disputes."""

from datetime import datetime

from sanshe.appeals.enums import R


def refusal_to_lead(*, has_unit: bool, is_community: bool, may_lead: bool) -> R | None:
    """A community leads only what stands in its list of duties; it may always help."""
    if not has_unit:
        return R.NO_UNIT
    return R.NOT_THEIR_DUTY if is_community and not may_lead else None


def refusal_to_dispute(*, has_disputed: bool, until: datetime, at: datetime, why: str) -> R | None:
    """Once, in time, with a reason."""
    if has_disputed:
        return R.DISPUTED_ONCE
    if at >= until:
        return R.DISPUTE_LATE
    return None if why.strip() else R.NO_WORDS
