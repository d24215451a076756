"""A fair from its rule to its signed account."""

from datetime import datetime, timedelta

from sanshe.fair.enums import FairState, R
from sanshe.fair.types import Account, Rule

AFTER = timedelta(minutes=30)  # prizes are handed out that long behind the printed end
SIGN_WORKDAYS = 5
SIGN_HOUR = 18
A_PRINTING = 60  # cards on one page to print
KEEP = timedelta(days=30)  # cards and tries, behind the signed account


def refusal_of_rule(rule: Rule, *, is_frozen: bool) -> R | None:
    """A name, hours in order, a limit; nothing of it once a slip hangs."""
    if is_frozen:
        return R.RULE_FROZEN
    if not rule.name.strip():
        return R.NO_NAME
    lit = rule.lit_at or rule.opens_at
    if not rule.opens_at <= lit < rule.closes_at:
        return R.HOURS_WRONG
    return None if rule.per_card > 0 and rule.max_wins > 0 else R.NO_LIMIT


def refusal_to_play(state: FairState, *, opens_at: datetime, closes_at: datetime, at: datetime) -> R | None:
    """One guesses while the fair is on."""
    return None if state == FairState.HUNG and opens_at <= at < closes_at else R.NOT_RUNNING


def redeemed_until(closes_at: datetime) -> datetime:
    return closes_at + AFTER


def refusal_to_redeem(*, closes_at: datetime, at: datetime) -> R | None:
    """Half an hour is left behind the printed end."""
    return None if at < redeemed_until(closes_at) else R.LAPSED


def refusal_to_close(*, pending: int, closes_at: datetime, at: datetime) -> R | None:
    """Not before the printed end; while somebody waits for a prize, not before their time is over."""
    if at < closes_at:
        return R.NOT_OVER
    return R.PRIZES_WAIT if pending and at < redeemed_until(closes_at) else None


def refusal_to_sign(*, rulings: int, uncounted: int, account: Account, words: str) -> R | None:
    """Nothing is open, everything was counted, and a difference has a line of words."""
    if rulings:
        return R.RULING_OPEN
    if uncounted:
        return R.NOT_COUNTED
    return R.NO_WORDS if account.difference and not words.strip() else None
