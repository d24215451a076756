"""A handler leaves office with a case in hand: it goes on in other hands, the work before stays under the old name."""

from datetime import timedelta

import pytest

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.queries import in_hand
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.objections import actions, queries
from sanshe.core.objections.enums import Verdict
from sanshe.core.objections.types import Finding
from tests.objections.world import AT

LATER = AT + timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(case):
    """Taken up by the handler, with the third beside."""
    by = case.actor("handler")
    actions.accept(objection=case.row, points=["一"], by=by, at=AT)
    actions.name_co_handler(objection=case.row, person=case.users["third"].pk, by=by, at=AT)
    return case


def leave(case, name, successor=None):
    term = case.users[name].appointments.get()
    accounts.end_appointment(appointment=term, by=SYSTEM, at=LATER, successor=successor and case.users[successor])


def fresh(case):
    case.row.refresh_from_db()
    return case.row


def test_the_handler_does_not_leave_before_somebody_takes_the_case(taken):
    with pytest.raises(Refused) as refused:
        leave(taken, "handler")
    assert refused.value.facts["n"] == 1
    actions.judge(objection=taken.row, findings=[Finding(1, Verdict.FALSE, "不实")], by=taken.actor("handler"), at=AT)
    due = taken.row.answer_due_on
    leave(taken, "handler", "other")
    row, users = fresh(taken), taken.users
    assert (row.handler, row.co_handler, row.answer_due_on) == (users["other"].pk, users["third"].pk, due)
    assert row.points.get().judged_by == users["handler"].pk and str(users["handler"].pk) in queries.workers(row)
    assert row.notes.get().text == "任职结束，由郝敏接着办。"
    assert not in_hand(users["handler"].pk, LATER) and len(in_hand(users["other"].pk, LATER)) == 1


def test_a_co_handler_hands_over_too_and_takes_the_lead_when_the_handler_leaves(taken):
    with pytest.raises(Refused, match="open_duties"):
        leave(taken, "third")
    with pytest.raises(Refused, match="not_for_them"):
        leave(taken, "third", "handler")
    leave(taken, "handler", "third")
    row = fresh(taken)
    assert (row.handler, row.co_handler) == (taken.users["third"].pk, None)


def test_another_takes_the_seat_beside(taken):
    leave(taken, "third", "other")
    row = fresh(taken)
    assert (row.handler, row.co_handler) == (taken.users["handler"].pk, taken.users["other"].pk)
    assert str(taken.users["third"].pk) in queries.workers(row)


def test_who_had_a_part_in_it_does_not_take_it_over(taken):
    with pytest.raises(Refused, match="not_for_them"):
        leave(taken, "handler", "drafter")
    assert fresh(taken).handler == taken.users["handler"].pk


def test_a_term_that_ran_out_gives_the_case_to_another_who_may_take_it(taken):
    Appointment.objects.filter(user=taken.users["handler"]).update(ends=AT.date() - timedelta(days=1))
    assert accounts.settle_ended(at=LATER) == 1
    row = fresh(taken)
    assert row.handler not in (taken.users["handler"].pk, taken.users["drafter"].pk)


def test_what_is_answered_is_in_nobodys_hands(case):
    assert not in_hand(case.users["handler"].pk, AT)
    actions.accept(objection=case.row, points=["一"], by=case.actor("handler"), at=AT)
    assert in_hand(case.users["handler"].pk, AT)[0].matter.title == f"{case.row.number} 甲单位"
    actions.withdraw_for(objection=case.row, text="来电撤回", by=case.actor("handler"), at=AT)
    assert not in_hand(case.users["handler"].pk, AT)
