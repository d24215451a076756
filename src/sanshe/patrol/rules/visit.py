"""Visits: what must be said of one, what those of a round come to, and the figures with their honest denominator."""

from collections.abc import Callable, Iterable
from datetime import date, time
from fractions import Fraction

from sanshe.core.kit import shanghai
from sanshe.patrol.enums import FINDS, Outcome, R, Result
from sanshe.patrol.types import Seen, Standing, Sums

EVENING = time(17, 30)
FEW = 10  # a rate over fewer is not shown


def refusal_of_visit(
    *, outcome: Outcome, result: Result | None, reason: str, kg: int | None, is_kg_unknown: bool
) -> R | None:
    """Behind a checked door one result, never preselected; what is found has a weight or says that it is unknown; who
    is not there, why."""
    if (outcome == Outcome.CHECKED) != (result is not None):
        return R.NO_RESULT
    if outcome == Outcome.NOT_FOUND and not reason:
        return R.NO_MISSING_REASON
    if result not in FINDS:
        return R.KG_WITHOUT_COAL if kg is not None or is_kg_unknown else None
    return None if (kg is not None and kg > 0) != is_kg_unknown else R.NO_KG


def fold(seen: Iterable[Seen], is_rest: Callable[[date], bool]) -> Standing:
    """The same for the same visits, in whatever order and however often they came.

    Checked wins; else the last one stands. At a locked door a second try is owed: on another day, and of the two one
    in the evening or on a day of rest.
    """
    rows = sorted(set(seen), key=lambda one: (one.went_at, one.device, one.seq))
    if not rows:
        return Standing()
    checked = any(one.outcome == Outcome.CHECKED for one in rows)
    outcome = Outcome.CHECKED if checked else rows[-1].outcome
    locked = [shanghai.local(one.went_at) for one in rows if one.outcome == Outcome.LOCKED]
    days = {moment.date() for moment in locked}
    late = any(moment.time() >= EVENING or is_rest(moment.date()) for moment in locked)
    is_owed = outcome == Outcome.LOCKED and not (len(days) > 1 and late)
    return Standing(outcome, _gravest(rows), len(rows), len(days), is_owed)


def _gravest(rows: Iterable[Seen]) -> Result | None:
    order = list(Result)
    return max((one.result for one in rows if one.result), key=order.index, default=None)


def refusal_of_evidence(*, is_needed: bool, photos: int, second_words: str) -> R | None:
    """A finding and its recheck have a photo or a second person's words; no other visit takes a photo."""
    if not is_needed:
        return R.PHOTO_UNASKED if photos else None
    return None if photos or second_words.strip() else R.NO_EVIDENCE


def refusal_to_correct(*, is_own: bool, is_same_day: bool, is_manager: bool, why: str) -> R | None:
    """Who noted it the same day, later the manager with a reason."""
    if is_own and is_same_day:
        return None
    if not is_manager:
        return R.NOT_YOURS
    return None if why.strip() else R.NO_WHY


def coverage(sums: Sums) -> Fraction | None:
    """Checked over due without those that are not there; None where too few are left for a rate."""
    return Fraction(sums.checked, sums.denominator) if sums.denominator >= FEW else None
