"""A pledge from its signature to its end."""

from datetime import date, datetime, timedelta

from sanshe.core.kit import shanghai
from sanshe.core.kit.months import ONE, add_months
from sanshe.core.rows.rules import UNDO
from sanshe.core.signing.enums import Grade
from sanshe.pledges.enums import Ground, PledgeState, R, Stage
from sanshe.pledges.types import Asked, Earlier, Life

KEPT_YEARS = 3  # names, after the pledge ended: the general limitation of actions
KEPT_DAYS = 30  # of what was withdrawn or void
ENDED = {
    PledgeState.WITHDRAWN: Stage.WITHDRAWN,
    PledgeState.RENEWED: Stage.RENEWED,
    PledgeState.VOID: Stage.VOID,
}


def refusal_to_ask(asked: Asked, *, in_force: str, earlier: Earlier, is_staff_phone: bool) -> R | None:
    """Before a code is sent: of age, the text that is in force now, and one's own telephone."""
    if not asked.name.strip():
        return R.NO_NAME
    if not asked.is_adult:
        return R.UNDER_AGE
    if asked.read != in_force:
        return R.TEXT_CHANGED
    if is_staff_phone or earlier.is_others_device:
        return R.NOT_OWN_PHONE
    if earlier.signed_on is None:
        return None
    return R.ALREADY if earlier.is_same_name else R.NOT_OWN_PHONE


def refusal_to_renew(asked: Asked, *, in_force: str, earlier: Earlier, is_staff_phone: bool) -> R | None:
    """The same person signs another version, or for another year: what stood before makes room."""
    before = Earlier(
        None if earlier.is_same_name else earlier.signed_on, earlier.is_same_name, earlier.is_others_device
    )
    return refusal_to_ask(asked, in_force=in_force, earlier=before, is_staff_phone=is_staff_phone)


def effective_at(grade: Grade, *, received_at: datetime) -> datetime:
    """A signature by telephone is taken back for ten minutes and counts behind them; ink counts once it is entered."""
    return received_at + UNDO if grade == Grade.OWN_PHONE else received_at


def ends_on(effective: datetime, *, months: int) -> date:
    """The last day that counts, up to its 24:00. An expiry never moves."""
    return add_months(shanghai.day(effective), months) - ONE


def stage(life: Life, *, at: datetime) -> Stage:
    """Where a pledge is at a moment. One that was signed anew counts until the new one does."""
    is_yet_to_end = life.state == PledgeState.RENEWED and life.ended_at is not None and at < life.ended_at
    if life.state != PledgeState.STANDS and not is_yet_to_end:
        is_early = life.ended_at is not None and life.ended_at < life.effective_at
        return Stage.TAKEN_BACK if is_early and life.state == PledgeState.WITHDRAWN else ENDED[life.state]
    if at < life.effective_at:
        return Stage.SIGNED
    return Stage.EFFECTIVE if at < shanghai.end(life.ends_on) else Stage.EXPIRED


def number(signed_on: date, n: int) -> str:
    """How a pledge is called: the day it was signed, and its number in the campaign, which has no gaps."""
    return f"驾-{signed_on:%y%m%d}-{n:04}"


def refusal_to_end(life: Life, *, at: datetime) -> R | None:
    """What is over is not ended again."""
    return None if stage(life, at=at) in (Stage.SIGNED, Stage.EFFECTIVE) else R.ENDED


def refusal_to_void(life: Life, *, ground: Ground | None, at: datetime) -> R | None:
    """By one of four grounds and no other."""
    if ground is None:
        return R.NO_GROUND
    return refusal_to_end(life, at=at)


def keep_until(ends: date) -> date:
    """The last day on which the name of a pledge that ran its term is kept."""
    return add_months(ends, 12 * KEPT_YEARS)


def keep_ended_until(on: date) -> date:
    """The last day on which the name of a withdrawn or void one is kept."""
    return on + timedelta(days=KEPT_DAYS)
