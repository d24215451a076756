"""Findings: what a visit does to them, when one is a rebound, and their terms."""

from datetime import date, timedelta

from sanshe.core.areas.enums import PremisesKind
from sanshe.patrol.enums import FINDS, Consent, Department, FindingState, Outcome, R, Result

REBOUND = timedelta(days=365)
TERMS = {Result.STORED: 3, Result.IN_USE: 1, Result.SOLD: 1}  # working days for whoever puts it right
RECHECK_TERM = 2  # working days behind the report
CLEARED_TERM = 5  # of what was cleared on the spot
ANSWER_TERM = 10  # working days for a department
LOOK_AGAIN = 30  # days after which one looks again at what waits
HOUR = 18  # at which a term of staff ends
DEPARTMENTS = {
    PremisesKind.SHOP: Department.MARKET,
    PremisesKind.WAREHOUSE: Department.MARKET,
    PremisesKind.GATEHOUSE: Department.ECOLOGY,
}


def is_rebound(*, found_on: date, closed_on: date | None, occupied_since: date | None) -> bool:
    """Found again within a year of a closing at the same door, whatever the class; not with new occupants."""
    if closed_on is None or found_on - closed_on > REBOUND:
        return False
    return occupied_since is None or occupied_since <= closed_on


def department(kind: PremisesKind, result: Result) -> Department | None:
    """To whom such a finding goes; a home that sells nothing stays with the community."""
    return Department.ENERGY if result == Result.SOLD else DEPARTMENTS.get(kind)


def refusal_to_refer(*, kind: PremisesKind, result: Result, number: str) -> R | None:
    if department(kind, result) is None:
        return R.STAYS_HERE
    return None if number.strip() else R.NO_NUMBER


def refusal_to_report(*, words: str, is_cleared: bool, consent: Consent | None, photos: int, second: str) -> R | None:
    """What was done, with evidence; coal is taken away only when the household agreed or a witness stood by."""
    if not words.strip():
        return R.NO_WORDS
    if is_cleared and consent is None:
        return R.NO_AGREEMENT
    return None if photos or second.strip() else R.NO_EVIDENCE


def refusal_to_suspend(*, ground: str, on: date, look_again_on: date | None) -> R | None:
    """With a ground, and a day within thirty on which somebody looks again."""
    if not ground.strip():
        return R.NO_GROUND
    is_soon = look_again_on is not None and timedelta(0) < look_again_on - on <= timedelta(days=LOOK_AGAIN)
    return None if is_soon else R.LOOK_AGAIN_WRONG


def after_recheck(*, state: FindingState, outcome: Outcome, result: Result | None) -> FindingState | R:
    """What the visit of another person does. A locked door says nothing. Where nothing was reported yet: nothing there,
    it is not established; there, it stands. Where it was reported: gone, it is closed; anything else goes back."""
    if outcome == Outcome.LOCKED:
        return R.RECHECK_LOCKED
    is_clear = outcome == Outcome.CHECKED and result not in FINDS
    if state == FindingState.FOUND:
        return FindingState.NOT_ESTABLISHED if is_clear else state
    return FindingState.CLOSED if is_clear else FindingState.ASSIGNED


def refusal_to_extend(*, was_extended: bool, is_over: bool, days: int, result: Result) -> R | None:
    """Once, before the due, and no longer than the first term."""
    if was_extended:
        return R.EXTENDED_ONCE
    if is_over:
        return R.TOO_LATE
    return None if 0 < days <= TERMS[result] else R.EXTENSION_LONG
