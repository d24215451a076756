"""Ten minutes to take back what an applicant bound itself to after the call: a mended return, a request for review."""

import datetime
from uuid import uuid4

import pytest

from sanshe.core.accounts.queries import user
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import take_back
from sanshe.core.rows.enums import R
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.enums.screening.screening import ScreeningEvent as E
from sanshe.incubation.models import Application, ReviewRequest
from sanshe.incubation.queries.undo import offered

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


def test_a_mended_return_lies_open_again_and_can_be_sent_again(mended):
    row, owner, when = mended
    take_back(code=E.MENDED, row=row, by=owner, at=when + 9 * MINUTE)
    row.refresh_from_db()
    assert row.state == "returned" and offered(row, owner, when + 9 * MINUTE) is None
    assert AuditEvent.objects.filter(event="incubation.screening.mended_taken_back", subject=row.pk).count() == 1
    screening.mend(application=row, by=owner, at=when + 60 * MINUTE)
    assert Application.objects.get(pk=row.pk).state == "submitted"


def test_after_ten_minutes_it_stands(mended):
    row, owner, when = mended
    with pytest.raises(Refused, match=R.UNDO_LATE):
        take_back(code=E.MENDED, row=row, by=owner, at=when + 10 * MINUTE)
    assert offered(row, owner, when + 10 * MINUTE) is None


def test_the_page_offers_it_and_only_its_owner_takes_it_back(mended, client_of, it_is):
    row, _owner, _when = mended
    it_is("2022-01-06 10:05")
    mine, other = client_of(user(row.owner)), client_of(user(Application.objects.exclude(owner=row.owner)[0].owner))
    page = mine.get(f"/incubation/applications/{row.pk}/form/?received=1").content.decode()
    assert "补正收下了。" in page and "10:10 前可以自己撤回，还有 5 分钟。" in page
    assert other.post(f"/undo/{E.MENDED}/{row.pk}/").status_code == 404
    assert mine.post(f"/undo/{E.MENDED}/{row.pk}/").status_code == 302
    assert Application.objects.get(pk=row.pk).state == "returned"


def test_a_request_for_review_is_gone_unless_it_was_answered(told, at):
    row = Application.objects.filter(state="ineligible").first()
    owner, when = Actor(id=row.owner, name="", grants=()), at("2022-01-05 16:00")
    asked = screening.ask_review(application=row, reason="看错了一份材料", by=owner, at=when)
    row = Application.objects.get(pk=row.pk)
    ReviewRequest.objects.filter(pk=asked.pk).update(outcome="upheld", answered_by=row.owner, answered_at=when)
    with pytest.raises(Refused, match=R.HANDLED):
        take_back(code=E.REVIEW_ASKED, row=row, by=owner, at=when + MINUTE)
    ReviewRequest.objects.filter(pk=asked.pk).update(outcome="", answered_by=None, answered_at=None)
    take_back(code=E.REVIEW_ASKED, row=Application.objects.get(pk=row.pk), by=owner, at=when + MINUTE)
    assert not ReviewRequest.objects.filter(pk=asked.pk).exists()
    screening.ask_review(application=Application.objects.get(pk=row.pk), reason="再看", by=owner, at=when + 5 * MINUTE)


def test_a_review_is_answered_once_and_by_somebody_else(told, at):
    row = Application.objects.filter(state="ineligible").first()
    owner, when = Actor(id=row.owner, name="", grants=()), at("2022-01-05 16:00")
    review = screening.ask_review(application=row, reason="看错了一份材料", by=owner, at=when)
    said = {"review": review, "outcome": "upheld", "last_number_called": False, "at": when + MINUTE}
    first, other = Actor(id=review.screening.decided_by, name=""), Actor(id=uuid4(), name="")
    for by, answer in ((first, "原来的决定没有错。"), (other, " ")):
        with pytest.raises(Refused):
            screening.answer_review(**said, answer=answer, by=by)
    screening.answer_review(**said, answer="原来的决定没有错。", by=other)
    with pytest.raises(Refused, match=str(screening.MOVED)):
        screening.answer_review(**said, answer="再说一次。", by=other)
    assert ReviewRequest.objects.get(pk=review.pk).answer == "原来的决定没有错。"


def test_what_the_desk_has_begun_to_judge_again_stands(mended):
    row, owner, when = mended
    rule = row.batch.rules.order_by("no")[0]
    judged = {"rule_no": rule.no, "verdict": "met", "evidence": "", "reason": ""}
    screening.check(application=row, **judged, by=owner, at=when + MINUTE)
    assert offered(row, owner, when + 2 * MINUTE) is None
    with pytest.raises(Refused, match=R.HANDLED):
        take_back(code=E.MENDED, row=row, by=owner, at=when + 2 * MINUTE)
    assert Application.objects.get(pk=row.pk).state == "submitted"


def test_what_is_given_up_is_judged_no_more_and_its_page_says_so(returned, client_of, it_is):
    row, _owner, _when = returned
    it_is("2022-01-06 10:05")
    mine, other = client_of(user(row.owner)), client_of(user(Application.objects.exclude(owner=row.owner)[0].owner))
    where = f"/incubation/applications/{row.pk}/"
    sent = Application.objects.filter(state="submitted", owner__isnull=False).first()
    owner = client_of(user(sent.owner))
    assert "不申请了，撤回" in owner.get(f"/incubation/applications/{sent.pk}/form/").content.decode()
    assert other.post(f"{where}withdraw/").status_code == 404
    assert mine.post(f"{where}withdraw/").status_code == 302
    row.refresh_from_db()
    page = mine.get(f"{where}form/").content.decode()
    assert (row.state, row.withdrawn_at is not None) == ("withdrawn", True) and row.number
    assert "不再评审，编号留着" in page and "不申请了，撤回" not in page
    assert AuditEvent.objects.filter(event="incubation.application.withdrawn", subject=row.pk).count() == 1
    assert mine.post(f"{where}withdraw/").status_code == 409


def test_who_stands_in_the_drawn_order_is_not_taken_out_by_a_button(returned, monkeypatch):
    from sanshe.incubation.actions.call import application

    row, owner, when = returned
    monkeypatch.setattr(application, "drawn_at", lambda batch: when)
    with pytest.raises(Refused, match="incubation.application.drawn"):
        application.withdraw(application=row, by=owner, at=when)
    assert Application.objects.get(pk=row.pk).state == "returned"
