"""Groups: who may be filed, and how far two rosters are one."""

from collections.abc import Collection

from sanshe.activities.enums import GroupState, R

FEWEST = 3


def refusal_to_form(*, name: str, leader: str, phone: str, members: int, has_agreed: bool) -> R | None:
    """A name, a leader with a real name and a telephone, three members with the leader, the rules of the house."""
    if not name.strip():
        return R.NO_NAME
    if not leader.strip() or not phone.strip():
        return R.NO_LEADER
    if members < FEWEST:
        return R.TOO_FEW
    return None if has_agreed else R.NOT_AGREED


def refusal_to_add(*, state: GroupState, name: str, is_listed: bool) -> R | None:
    if state == GroupState.DISSOLVED:
        return R.OVER
    if not name.strip():
        return R.NO_NAME
    return R.LISTED_ALREADY if is_listed else None


def refusal_to_leave(*, is_leader: bool, members: int) -> R | None:
    """A leader hands over first; three remain."""
    if is_leader:
        return R.LEADER_STAYS
    return None if members > FEWEST else R.TOO_FEW


def shares_half(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two rosters share at least half of the smaller one."""
    fewest = min(len(set(one)), len(set(other)))
    return bool(fewest) and 2 * len(set(one) & set(other)) >= fewest
