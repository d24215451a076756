"""Who may object, who may handle it, and what an answer must rest on."""

import datetime
from collections.abc import Collection

from sanshe.incubation.enums.notice.objection import ObjectionOutcome as O
from sanshe.incubation.enums.notice.objection import ObjectionRefusal as R
from sanshe.incubation.enums.notice.objection import ObjectionState as S
from sanshe.incubation.enums.notice.objection import PointVerdict as V
from sanshe.incubation.rules.undo import UNDO

# Objections within PACE: of one browser, from one address (a hall sits behind one), to one batch. Shorter than a signed
# receipt time is honoured, so that waiting costs nobody a deadline.
PACE = datetime.timedelta(minutes=5)
MOST_OF_DEVICE, MOST_OF_ADDRESS, MOST_OF_BATCH = 5, 20, 60


def refusal_to_raise(
    *,
    opens: datetime.datetime,
    closes: datetime.datetime,
    at: datetime.datetime,
    on_list: bool,
    fact: str,
    name: str,
    phone: str,
) -> R | None:
    """Anyone may object within the notice's window, with a fact, a real name and a telephone."""
    checks = (
        (not opens <= at < closes, R.NOT_IN_WINDOW),
        (not on_list, R.NOT_ON_LIST),
        (len(fact.strip()) < 10, R.NO_FACT),
        (len(name.strip()) < 2, R.NO_NAME),
        (len(phone.strip()) < 7, R.NO_PHONE),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_handle(
    *, person: str, panelists: Collection[str], recusal_deciders: Collection[str], operators: Collection[str]
) -> R | None:
    """Handler, recusal deciders, panelists and operator are different people."""
    if person in panelists:
        return R.HANDLER_SCORED
    if person in recusal_deciders:
        return R.HANDLER_DECIDED_RECUSAL
    return R.HANDLER_IS_OPERATOR if person in operators else None


def refusal_to_work(*, person: str, handlers: Collection[str]) -> R | None:
    """What was taken up is done by those who took it up."""
    return None if person in handlers else R.NOT_HANDLER


def refusal_to_review(*, person: str, handlers: Collection[str]) -> R | None:
    """A review is answered by someone who did not handle the case."""
    return R.REVIEWER_HANDLED if person in handlers else None


def refusal_to_move(*, state: S, to: S) -> R | None:
    return None if to in S.moves()[state] else R.MOVE_NOT_ALLOWED


def refusal_to_answer(*, verdicts: Collection[V], outcome: O, text: str) -> R | None:
    """Every point is judged first; upholding needs one found true, a dismissal may not have all true."""
    if not verdicts:
        return R.NO_POINTS
    if V.OPEN in verdicts:
        return R.POINTS_OPEN
    if not text.strip():
        return R.NO_ANSWER
    true = sum(verdict == V.TRUE for verdict in verdicts)
    against = (outcome != O.DISMISSED and true == 0) or (outcome == O.DISMISSED and true == len(verdicts))
    return R.OUTCOME_AGAINST_POINTS if against else None


def refusal_to_ask_review(*, due_moment: datetime.datetime, at: datetime.datetime) -> R | None:
    """Whoever objected may ask for review within five working days of the answer."""
    return R.REVIEW_OVER if at >= due_moment else None


def refusal_to_close(*, review_due_moment: datetime.datetime, at: datetime.datetime) -> R | None:
    """The place stays blocked until the review window has passed."""
    return R.REVIEW_OPEN if at < review_due_moment else None


def refusal_to_withdraw(*, raised_at: datetime.datetime, at: datetime.datetime, accepted: bool) -> R | None:
    """Ten minutes to think again; afterwards only before it was accepted."""
    return R.UNDO_OVER if accepted and at - raised_at > UNDO else None
