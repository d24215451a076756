"""P2: a panelist leaves for good in mid-session. What they sealed stands, the rest is not due, and the work can end."""

import pytest

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.queries import in_hand, user_by_login
from sanshe.core.duties.queries import owed
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.panel import leaving as acts
from sanshe.incubation.models import Batch, Panelist, Sheet, Slot, Tabulation
from sanshe.incubation.queries.leaving import reach
from sanshe.incubation.queries.panel.score import due, is_all_sealed, sealed

pytestmark = pytest.mark.django_db
UNTIL = "0114b"
WHEN = "2022-01-14 12:02"
LEAVER = "靳海燕"


@pytest.fixture
def seat(told):
    from django.db import transaction

    with transaction.atomic():
        yield Panelist.objects.select_related("panel__batch").get(name=LEAVER, panel__batch__no=3)
        transaction.set_rollback(True)


def address(seat):
    return f"/incubation/batches/{seat.panel.batch_id}/session/leaving/{seat.pk}/"


def note(as_person, seat, after, reason="家人急病"):
    return as_person("liang", WHEN).post(address(seat), {"act": "note", "after": str(after), "reason": reason})


def test_after_two_people_said_so_later_sheets_are_not_due(as_person, seat):
    batch, before = seat.panel.batch, due(seat.panel.batch)
    mine = {pair for pair in before if pair[0] == seat.pk}
    done = reach(seat)["sealed_to"]
    assert (len(before), done) == (233, 16)
    assert note(as_person, seat, done).status_code == 302
    assert due(batch) == before  # not before the second person
    chief = as_person("fan", WHEN)
    assert "等另一个人同意" in chief.get("/").content.decode()
    assert chief.post(address(seat), {"act": "agree"}).status_code == 302
    after = due(batch)
    later = set(Slot.objects.filter(panel=seat.panel, turn__gt=done).values_list("application_id", flat=True))
    assert before - after == {pair for pair in mine if pair[1] in later}
    assert len(after) == 215 and {pair for pair in sealed(batch) if pair[0] == seat.pk} <= after
    seat.refresh_from_db()
    assert (seat.left_after, seat.left_why) == (16, "家人急病") and seat.left_noted_by != seat.left_agreed_by


@pytest.mark.parametrize(
    ("after", "reason", "said"), [(15, "病", "封存到第 16 家"), (40, "病", "才叫到第"), (16, " ", "请写为什么")]
)
def test_it_is_noted_from_the_last_sealed_to_the_last_called_and_with_a_reason(as_person, seat, after, reason, said):
    answer = note(as_person, seat, after, reason)
    assert answer.status_code in (409, 422) and said in answer.content.decode()


def test_neither_who_noted_it_nor_the_leaver_agrees_and_nobody_agrees_to_nothing(as_person, seat, actor):
    from datetime import UTC, datetime

    at = datetime(2022, 1, 14, 4, tzinfo=UTC)
    own = actor("centre_operator", id=seat.person)
    with pytest.raises(Refused, match="not_noted"):
        acts.agree_leaving(panelist=seat, by=actor("bureau_officer"), at=at)
    note(as_person, seat, 16)
    seat.refresh_from_db()
    assert as_person("liang", WHEN).post(address(seat), {"act": "agree"}).status_code == 422
    with pytest.raises(Refused, match="same_person"):
        acts.agree_leaving(panelist=seat, by=own, at=at)
    with pytest.raises(Refused, match="not_chair"):
        acts.agree_leaving(panelist=seat, by=actor("bureau_officer", "140214"), at=at)
    assert as_person("han", WHEN).get(address(seat)).status_code == 404


def test_who_left_seals_nothing_more_and_owes_nothing(as_person, seat, at):
    from sanshe.core.accounts.queries import actor_for

    user = user_by_login("jin")
    note(as_person, seat, 16)
    as_person("fan", WHEN).post(address(seat), {"act": "agree"})
    stage = Slot.objects.get(panel=seat.panel, state__in=["called", "presenting"])
    pad = as_person("jin", WHEN).get(f"/incubation/batches/{seat.panel.batch_id}/pad/{stage.application_id}/")
    assert stage.turn == 17 and pad.status_code == 409
    found = owed(actor_for(user, at(WHEN)), at(WHEN)).duties
    assert "incubation.score" not in {one.source.code for one in found} and not in_hand(user.pk, at(WHEN))


def test_a_panelist_is_in_the_session_until_it_is_noted_and_cannot_be_replaced(as_person, seat, at):
    user, other = user_by_login("jin"), user_by_login("han")
    term, when = user.appointments.get(role="panelist"), at(WHEN)
    assert [one.matter.url for one in in_hand(user.pk, when)] == [address(seat)]
    with pytest.raises(Refused, match="seat_fixed"):
        accounts.end_appointment(appointment=term, by=SYSTEM, at=when, successor=other)
    note(as_person, seat, 16)
    as_person("fan", WHEN).post(address(seat), {"act": "agree"})
    accounts.end_appointment(appointment=term, by=SYSTEM, at=when)
    assert term.ended_at


def test_the_session_ends_and_is_tabulated_without_the_rest(as_person, seat, at):
    """The other six seal what is left; 215 sheets are tabulated and the minutes name who left."""
    from sanshe.incubation.actions.decision import tabulation
    from sanshe.incubation.enums.decision.tabulation import TabulationRule
    from sanshe.incubation.pages.decision.minutes import meeting_of

    note(as_person, seat, 16)
    as_person("fan", WHEN).post(address(seat), {"act": "agree"})
    batch = Batch.objects.get(pk=seat.panel.batch_id)
    _seal_the_rest(batch, at(WHEN))
    assert is_all_sealed(batch)
    run = tabulation.run(batch=batch, rule=TabulationRule.MEAN, due=due(batch), by=SYSTEM, at=at(WHEN))
    assert run.sheets == 215 and Tabulation.objects.filter(batch=batch).count() == 1
    assert meeting_of(batch).left == [f"{LEAVER}（评完第 16 家，家人急病）"]
    seat.refresh_from_db()
    Panelist.objects.filter(pk=seat.pk).update(left_at=None)
    seat.refresh_from_db()
    assert note(as_person, seat, 16).status_code in (409, 422)


def _seal_the_rest(batch, when):
    Slot.objects.filter(panel__batch=batch).exclude(state="absent").update(state="done")
    rubric = {str(one.no): one.points for one in batch.criteria.all()}
    for panelist, application in due(batch) - sealed(batch):
        said = {"marks": rubric, "total": sum(rubric.values()), "sealed_at": when, "seal_hash": "x", "state": "sealed"}
        Sheet.objects.update_or_create(
            panelist_id=panelist, application_id=application,
            defaults={"batch": batch, "area_path": batch.area_path, "saved_at": when, **said},
        )  # fmt: skip
