"""Codes from issue to their end: on record, once, by two."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.audit.queries import history
from sanshe.core.codes import actions, queries
from sanshe.core.codes.enums import Change, CodeState, R, Standing
from sanshe.core.codes.models import Code
from sanshe.core.duties.queries import owed
from sanshe.core.kit import ids
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.enums import R as Rows
from tests.codes.conftest import ASKS, AT, DECIDES, DOOR, TITLE, officer

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=100)
WHY = "期内核验，答复有"


def refused(why, act, **given):
    with pytest.raises(Refused) as fault, transaction.atomic():
        act(**{"at": LATER, "by": officer(), **given})
    assert fault.value.code == why


def events(code):
    return [str(one.event) for one in history(queries.KIND, code.pk)]


def test_what_a_kind_does_not_name_is_never_kept(issued):
    with pytest.raises(ValueError, match="phone"):
        issued(says={"level": "单位", "phone": "13900000000"})
    assert not Code.objects.exists()


def test_a_thing_bears_one_valid_code(issued):
    code = issued()
    refused(R.ISSUED_ALREADY, lambda at, by: issued(subject=code.subject))
    actions.revoke(code=code, reason=WHY, by=officer(), at=LATER)
    assert queries.newest(TITLE, issued(subject=code.subject, at=LATER).subject).state == CodeState.VALID


def test_revoked_by_two_with_a_reason_and_on_record(issued):
    code, first, second = issued(), officer(ASKS), officer(DECIDES)
    refused(R.NO_REASON, actions.ask, code=code, what=Change.REVOKE, reason=" ")
    actions.ask(code=code, what=Change.REVOKE, reason=WHY, by=first, at=LATER)
    assert queries.standing_of(code, LATER) == Standing.VALID  # asked is not done
    refused(R.ASKED_ALREADY, actions.ask, code=code, what=Change.REPLACE, reason=WHY)
    refused(Rows.SAME_PERSON, actions.agree, code=code, by=first)
    refused(Rows.SAME_PERSON, actions.decline, code=code, by=first)
    actions.agree(code=code, by=second, at=LATER)
    answer = queries.answer_of(code, LATER)
    assert (answer.standing, answer.since) == (Standing.REVOKED, date(2022, 6, 5))
    assert events(code) == ["codes.revoked", "codes.asked", "codes.issued"]
    refused(R.NOTHING_ASKED, actions.agree, code=code)
    refused(R.NOT_VALID, actions.ask, code=code, what=Change.REVOKE, reason=WHY)


def test_declined_leaves_it_as_it_was_and_may_be_asked_again(issued):
    code = issued()
    actions.ask(code=code, what=Change.REVOKE, reason=WHY, by=officer(ASKS), at=LATER)
    actions.decline(code=code, by=officer(DECIDES), at=LATER)
    assert (code.state, code.asked, code.asked_by, code.reason) == (CodeState.VALID, "", None, "")
    actions.ask(code=code, what=Change.REPLACE, reason="纸丢了", by=officer(ASKS), at=LATER)
    assert events(code)[:2] == ["codes.asked", "codes.declined"]


def test_a_replaced_one_says_so_and_the_new_one_says_what_the_old_one_said(issued):
    code = issued()
    old = queries.answer_of(code, AT)
    actions.ask(code=code, what=Change.REPLACE, reason="纸丢了", by=officer(ASKS), at=LATER)
    new = actions.agree(code=code, by=officer(DECIDES), at=LATER)
    assert new.token != code.token and queries.answer_of(new, LATER) == old
    assert queries.standing_of(code, LATER) == Standing.REPLACED and new.replaces_id == code.pk
    assert queries.newest(TITLE, code.subject) == new


def test_one_person_does_it_where_the_kind_says_so(issued):
    code = issued(DOOR)
    refused(R.NO_REASON, actions.ask, code=code, what=Change.REPLACE, reason="")
    actions.ask(code=code, what=Change.REPLACE, reason="贴纸坏了", by=officer(DECIDES), at=LATER)
    assert code.state == CodeState.REPLACED and queries.newest(DOOR, code.subject).state == CodeState.VALID


def test_who_read_an_older_state_changes_nothing(issued):
    code = issued()
    stale = Code.objects.get(pk=code.pk)
    actions.ask(code=code, what=Change.REVOKE, reason=WHY, by=officer(ASKS), at=LATER)
    refused(Rows.MOVED_ON, actions.replace, code=stale, reason="纸丢了")
    assert Code.objects.count() == 1 and events(code)[0] == "codes.asked"


def test_each_night_what_is_over_is_over_in_its_row_too(issued):
    code, endless = issued(), issued(valid_to=None)
    last = AT.replace(year=2023, month=2, day=24)
    assert actions.end_due(at=last) == 0
    assert actions.end_due(at=last + timedelta(days=1)) == 1 == 1 + actions.end_due(at=last + timedelta(days=2))
    code.refresh_from_db(), endless.refresh_from_db()
    assert (code.state, code.since, endless.state) == (CodeState.ENDED, date(2023, 2, 24), CodeState.VALID)
    assert events(code)[0] == "codes.ended"


def test_its_use_may_end_before_its_term(issued):
    code = issued(DOOR)
    actions.end(code=code, reason="站点关了", by=officer(), at=LATER)
    assert queries.answer_of(code, LATER).since == date(2022, 6, 5)
    refused(R.NOT_VALID, actions.end, code=code, reason="再关一次")


@pytest.mark.parametrize(
    "broken",
    [{"valid_to": date(2022, 2, 24)}, {"state": "revoked"}, {"since": date(2022, 3, 1)}],
)
def test_the_tables_keep_their_rules(issued, broken):
    code = issued()
    with pytest.raises(IntegrityError), transaction.atomic():
        Code.objects.filter(pk=code.pk).update(**broken)


def test_a_token_and_a_things_valid_code_stand_once(issued):
    one, two = issued(), issued()
    for same in ({"token": one.token}, {"subject": one.subject}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Code.objects.filter(pk=two.pk).update(**same)


def test_what_waits_for_a_second_person_is_on_the_desk_of_who_may_decide(issued):
    code, asks = issued(), officer(ASKS, "codes.read")
    actions.ask(code=code, what=Change.REVOKE, reason=WHY, by=asks, at=LATER)
    decides = officer(DECIDES, "codes.read")
    assert [one.url for one in owed(decides, LATER).duties] == [f"/codes/{code.pk}/"]
    assert owed(asks, LATER).n == 0
    sibling = queries.visible_to(officer("codes.read")).filter(area_path__startswith="140214")
    assert not sibling.exists() and ids.new() not in queries.newest_of(TITLE, [code.subject])
