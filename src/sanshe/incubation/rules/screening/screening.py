"""When an application may pass, be returned or be refused. Source: the call's six rules and the centre's order."""

import datetime
from collections.abc import Mapping

from sanshe.incubation.enums.screening.screening import CheckVerdict as V
from sanshe.incubation.enums.screening.screening import ScreeningRefusal as R


def refusal_to_pass(*, verdicts: Mapping[int, V | None]) -> R | None:
    """Every rule must have been looked at and found met. `verdicts`: rule number -> verdict or None."""
    if any(verdict is None for verdict in verdicts.values()):
        return R.UNCHECKED
    return None if all(verdict == V.MET for verdict in verdicts.values()) else R.NOT_ALL_MET


def refusal_to_return(
    *, verdicts: Mapping[int, V | None], reason: str, due: datetime.date, screening_until: datetime.date
) -> R | None:
    """A return names what to mend, and its deadline must still lie within the screening window."""
    if any(verdict is None for verdict in verdicts.values()):
        return R.UNCHECKED
    if not any(verdict == V.TO_MEND for verdict in verdicts.values()):
        return R.NOTHING_TO_MEND
    if not reason.strip():
        return R.NO_REASON
    return R.TOO_LATE_TO_RETURN if due > screening_until else None


def refusal_to_refuse(
    *, verdicts: Mapping[int, V | None], grounds: set[int], reason: str, after_last_return_day: bool
) -> R | None:
    """Grounds are rules of the call that were found not met.

    After the last day to return, a rule that only wants mending is a ground too.
    """
    if any(verdict is None for verdict in verdicts.values()):
        return R.UNCHECKED
    enough = {V.NOT_MET, V.TO_MEND} if after_last_return_day else {V.NOT_MET}
    failed = {number for number, verdict in verdicts.items() if verdict in enough}
    if not failed:
        return R.NOTHING_FAILED
    if not grounds or not grounds <= failed:
        return R.NO_GROUND
    return R.NO_REASON if not reason.strip() else None


def refusal_to_mend(*, due_moment: datetime.datetime, at: datetime.datetime) -> R | None:
    """The applicant may hand in what was missing until 24:00 of the day it is due."""
    return R.RETURN_OVER if at >= due_moment else None


def refusal_to_ask_review(*, due_moment: datetime.datetime, at: datetime.datetime) -> R | None:
    """A refused applicant may ask for review within two working days of the decision."""
    return R.REVIEW_OVER if at >= due_moment else None


def refusal_to_answer_review(*, last_number_called: bool) -> R | None:
    """Before the last number of the panel day is called."""
    return R.REVIEW_AFTER_LAST_CALL if last_number_called else None


def refusal_to_record_visit(*, visitors: set[str]) -> R | None:
    """A field enquiry 实地核实 is made by two people."""
    return None if len(visitors) >= 2 else R.VISIT_NEEDS_TWO
