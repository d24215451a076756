"""Ten minutes to take back what an applicant bound itself to after the call: a mended return, a request for review."""

import datetime

import pytest

from sanshe.core.accounts.queries import user
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.actions.undo import take_back_last
from sanshe.incubation.models import Application, ReviewRequest
from sanshe.incubation.queries.undo import offered
from sanshe.incubation.rules import undo as rules

pytestmark = pytest.mark.django_db
UNTIL = "0105a"
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def returned(told, at):
    """One that was sent back, its owner, and a moment before its day is over."""
    row = Application.objects.filter(state="returned").order_by("number").first()
    return row, Actor(id=row.owner, name="", grants=()), at("2022-01-06 10:00")


@pytest.fixture
def mended(returned):
    row, owner, when = returned
    screening.mend(application=row, by=owner, at=when)
    row.refresh_from_db()
    return row, owner, when


def test_an_undo_lasts_ten_minutes_and_ends_with_its_window(at):
    done = at("2022-01-07 23:55")
    assert rules.until(done_at=done, closes=at("2022-01-10 00:00")) == done + 10 * MINUTE
    assert rules.until(done_at=done, closes=at("2022-01-08 00:00")) == done + 5 * MINUTE
    late = {"until": done, "at": done}
    assert rules.refusal_to_undo(**late, is_handled=False) == "incubation.undo.over"
    assert rules.refusal_to_undo(until=done, at=done - MINUTE, is_handled=True) == "incubation.undo.handled"
    assert rules.refusal_to_undo(until=done, at=done - MINUTE, is_handled=False) is None
    other = {"is_handled": False, "is_own_hand": False}
    assert rules.refusal_to_undo(until=done, at=done - MINUTE, **other) == "incubation.undo.not_yours"


def test_a_mended_return_lies_open_again_and_can_be_sent_again(mended):
    row, owner, when = mended
    take_back_last(application=row, by=owner, at=when + 9 * MINUTE)
    row.refresh_from_db()
    assert row.state == "returned" and offered(row, when + 9 * MINUTE) is None
    assert AuditEvent.objects.filter(event="incubation.screening.mended_taken_back", subject=row.pk).count() == 1
    screening.mend(application=row, by=owner, at=when + 60 * MINUTE)
    assert Application.objects.get(pk=row.pk).state == "submitted"


def test_after_ten_minutes_it_stands(mended):
    row, owner, when = mended
    with pytest.raises(Refused, match="incubation.undo.over"):
        take_back_last(application=row, by=owner, at=when + 10 * MINUTE)
    assert offered(row, when + 10 * MINUTE) is None


def test_the_page_offers_it_and_only_its_owner_takes_it_back(mended, client_of, it_is):
    row, _owner, _when = mended
    it_is("2022-01-06 10:05")
    mine, other = client_of(user(row.owner)), client_of(user(Application.objects.exclude(owner=row.owner)[0].owner))
    page = mine.get(f"/incubation/applications/{row.pk}/form/?received=1").content.decode()
    assert "补正收下了。" in page and "10:10 前可以自己撤回。" in page
    assert other.post(f"/incubation/applications/{row.pk}/undo/").status_code == 404
    assert mine.post(f"/incubation/applications/{row.pk}/undo/").status_code == 302
    assert Application.objects.get(pk=row.pk).state == "returned"


def test_a_request_for_review_is_gone_unless_it_was_answered(told, at):
    row = Application.objects.filter(state="ineligible").first()
    owner, when = Actor(id=row.owner, name="", grants=()), at("2022-01-05 16:00")
    asked = screening.ask_review(application=row, reason="看错了一份材料", by=owner, at=when)
    row = Application.objects.get(pk=row.pk)
    ReviewRequest.objects.filter(pk=asked.pk).update(outcome="upheld", answered_by=row.owner, answered_at=when)
    with pytest.raises(Refused, match="incubation.undo.handled"):
        take_back_last(application=row, by=owner, at=when + MINUTE)
    ReviewRequest.objects.filter(pk=asked.pk).update(outcome="", answered_by=None, answered_at=None)
    take_back_last(application=Application.objects.get(pk=row.pk), by=owner, at=when + MINUTE)
    assert not ReviewRequest.objects.filter(pk=asked.pk).exists()
    screening.ask_review(application=Application.objects.get(pk=row.pk), reason="再看", by=owner, at=when + 5 * MINUTE)


def test_what_the_desk_has_begun_to_judge_again_stands(mended):
    row, owner, when = mended
    rule = row.batch.rules.order_by("no")[0]
    judged = {"rule_no": rule.no, "verdict": "met", "evidence": "", "reason": ""}
    screening.check(application=row, **judged, by=owner, at=when + MINUTE)
    assert offered(row, when + 2 * MINUTE) is None
    with pytest.raises(Refused, match="incubation.undo.handled"):
        take_back_last(application=row, by=owner, at=when + 2 * MINUTE)
    assert Application.objects.get(pk=row.pk).state == "submitted"
