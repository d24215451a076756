"""What may be entered about premises and compounds, what becomes of them, which may be merged."""

from datetime import date

from sanshe.core.areas.enums import PremisesState, R
from sanshe.core.areas.types import Merging
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import refusal_of_past


def refusal_of_name(text: str) -> R | None:
    """Every door and every compound has a name."""
    return None if text.strip() else R.NO_PREMISES_NAME


def refusal_of_change(*, why: str, on: date, today: date) -> R | Rows | None:
    """What became of premises is told with its day and the reason, after the fact."""
    if not why.strip():
        return R.NO_GROUND
    return refusal_of_past(on, today=today)


def is_new_occupancy(before: PremisesState, to: PremisesState) -> bool:
    """Whoever stands behind a door that was given up comes anew."""
    return before == PremisesState.MOVED_OUT and to == PremisesState.LISTED


def refusal_to_merge(of: Merging) -> R | None:
    """Into another one of the same community that stands by itself."""
    if of.is_same:
        return R.MERGE_SELF
    if of.area_path != of.into_area_path:
        return R.MERGE_FAR
    return R.MERGE_GONE if of.into_state == PremisesState.MERGED else None


def refusal_to_decide_key(*, ground: str, is_key: bool) -> R | None:
    """For a ground, and once."""
    if is_key:
        return R.KEY_ALREADY
    return None if ground.strip() else R.NO_GROUND


def refusal_to_end_key(*, ground: str, starts_on: date, ends_on: date) -> R | None:
    """For a ground, and not before it began."""
    if ends_on < starts_on:
        return R.KEY_ENDS_EARLY
    return None if ground.strip() else R.NO_GROUND
