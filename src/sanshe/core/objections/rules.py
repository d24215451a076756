"""Who may object, who may do what with a case, and what an answer must rest on. Pure."""

import datetime
from collections.abc import Collection
from typing import Any

from sanshe.core.kit import same
from sanshe.core.objections.enums import Deed, Duty, Outcome, R, State, Verdict
from sanshe.core.objections.types import Barred, Standing
from sanshe.core.rows.rules import UNDO

# Objections within PACE: of one browser, from one address (a hall sits behind one), to one announcement. Shorter than a
# signed receipt time is honoured, so that waiting costs nobody a deadline.
PACE = datetime.timedelta(minutes=5)
MOST_OF_DEVICE, MOST_OF_ADDRESS, MOST_OF_LISTING = 5, 20, 60
YEARS_KEPT = 3

_FOLLOWS = frozenset({Deed.FOLLOW})
_READS = _FOLLOWS | {Deed.READ}
_HANDLES = _READS | {Deed.REVEAL, Deed.WORK}


def refusal_to_raise(
    *, opens: datetime.datetime, closes: datetime.datetime, at: datetime.datetime, on_list: bool
) -> R | None:
    """Anyone may object within the window, to what stands on the list."""
    if not opens <= at < closes:
        return R.NOT_IN_WINDOW
    return None if on_list else R.NOT_ON_LIST


def faults_of(*, fact: str, name: str, phone: str) -> dict[str, R]:
    """What is missing, by field: a fact, a real name, a telephone."""
    checks = {
        "fact": (len(fact.strip()) < 10, R.NO_FACT),
        "name": (len(name.strip()) < 2, R.NO_NAME),
        "phone": (not same.is_phone(phone), R.NO_PHONE),
    }
    return {name: code for name, (holds, code) in checks.items() if holds}


def undo_until(*, raised_at: datetime.datetime, closes: datetime.datetime | None) -> datetime.datetime:
    """The first moment at which it is too late to take back: what came in time is not taken back behind its window."""
    return min(raised_at + UNDO, closes) if closes else raised_at + UNDO


def refusal_to_take_back(*, state: State, until: datetime.datetime, at: datetime.datetime) -> R | None:
    """For ten minutes, while nobody has acted on it."""
    if state != State.RECEIVED:
        return R.HANDLED
    return R.UNDO_OVER if at >= until else None


def refusal_to_withdraw(*, state: State, is_own: bool) -> R | None:
    """Who raised it withdraws until it is taken up; afterwards its handler puts on record that they did."""
    if is_own and state == State.ACCEPTED:
        return R.HANDLED
    return refusal_to_move(state=state, to=State.WITHDRAWN)


def why_barred(person: str, roles: Collection[str], barred: Barred) -> Any:
    """What keeps somebody out of a case, in words; None for who had no part in it."""
    found = [barred.roles[role] for role in roles if role in barred.roles]
    return barred.people.get(person) or next(iter(found), None)


def standing(
    *,
    person: str,
    state: State,
    may_handle: bool,
    may_review: bool,
    why: Any,
    handler: str,
    co_handler: str,
    reviewer: str,
    workers: Collection[str],
    handler_left: bool,
) -> Standing:
    """What somebody who may open the case is to it. The objector is seen by who works on it, and before that by who may
    take it up; a reviewer has done nothing in it. Where the handler has left office, another takes the case over."""
    if why is not None or not (may_handle or may_review):
        return Standing(Duty.FOLLOWER, _FOLLOWS, why)
    if may_handle and person == handler:
        return Standing(Duty.HANDLER, _HANDLES | ({Deed.NAME} if state == State.ACCEPTED else set()))
    if may_handle and person == co_handler:
        return Standing(Duty.CO_HANDLER, _HANDLES)
    if may_review and person == reviewer:
        return Standing(Duty.REVIEWER, _READS | {Deed.REVEAL})
    more = set()
    if may_handle and state == State.RECEIVED:
        more = {Deed.REVEAL, Deed.TAKE_UP}
    if may_handle and state == State.ACCEPTED and handler_left:
        more = {Deed.TAKE_OVER}
    if may_review and state == State.UNDER_REVIEW and person not in workers:
        more = {Deed.REVEAL, Deed.REVIEW}
    return Standing(Duty.INDEPENDENT, _READS | more)


def refusal_of_deed(mine: Standing, deed: Deed, state: State) -> R | None:
    """Why somebody may not do this with the case."""
    if mine.may(deed):
        return None
    if mine.duty == Duty.FOLLOWER:
        return R.NOT_YOURS if mine.barred is None else R.BARRED
    if deed == Deed.REVIEW and state == State.UNDER_REVIEW:
        return R.REVIEWER_HANDLED
    if deed == Deed.TAKE_OVER and state == State.ACCEPTED:
        return R.HANDLER_IS_HERE
    if deed in (Deed.TAKE_UP, Deed.TAKE_OVER, Deed.REVIEW) or (deed == Deed.NAME and mine.duty == Duty.HANDLER):
        return R.MOVE_NOT_ALLOWED
    return R.NOT_HANDLER


def refusal_to_move(*, state: State, to: State) -> R | None:
    return None if to in State.moves()[state] else R.MOVE_NOT_ALLOWED


def refusal_to_answer(*, verdicts: Collection[Verdict], outcome: Outcome, text: str) -> R | None:
    """Every point is judged first; upholding needs one found true, a dismissal may not have all true."""
    if not verdicts:
        return R.NO_POINTS
    if Verdict.OPEN in verdicts:
        return R.POINTS_OPEN
    if not text.strip():
        return R.NO_ANSWER
    true = sum(verdict == Verdict.TRUE for verdict in verdicts)
    against = (outcome != Outcome.DISMISSED and true == 0) or (outcome == Outcome.DISMISSED and true == len(verdicts))
    return R.OUTCOME_AGAINST_POINTS if against else None


def refusal_to_ask_review(*, due_moment: datetime.datetime, at: datetime.datetime, reason: str) -> R | None:
    """Whoever objected may ask for a review while its days run, and says why."""
    if at >= due_moment:
        return R.REVIEW_OVER
    return None if reason.strip() else R.NO_REASON


def refusal_to_close(*, review_due_moment: datetime.datetime, at: datetime.datetime) -> R | None:
    """What it is about stands still until the days to ask for a review are over."""
    return R.REVIEW_OPEN if at < review_due_moment else None


def closed_before(today: datetime.date) -> datetime.date:
    """Of an objection closed before this day nobody's name is kept any more."""
    leap = today.month == 2 and today.day == 29
    return today.replace(year=today.year - YEARS_KEPT, day=28 if leap else today.day)
