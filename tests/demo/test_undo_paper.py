"""Ten minutes to take back a plan: a draft again, or what was sent back, with the words that were there."""

import datetime

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import take_back
from sanshe.core.rows.enums import R
from sanshe.core.rows.queries import offer
from sanshe.core.sheets.enums import Answer
from sanshe.incubation.actions.stay import plan as plans
from sanshe.incubation.actions.stay import report as reports
from sanshe.incubation.enums.stay.plan import PlanEvent
from sanshe.incubation.enums.stay.report import ReportEvent
from sanshe.incubation.models import Entry, Plan, QuarterlyReport
from sanshe.incubation.queries.stay import plan as plan_queries
from sanshe.incubation.rules.stay.plan import QUESTIONS
from sanshe.incubation.rules.stay.report import QUESTIONS as REPORT_QUESTIONS

pytestmark = pytest.mark.django_db
UNTIL, MINUTE = "0218a", datetime.timedelta(minutes=1)
FILLED = {one.code: "2022-06-01" if one.kind == Answer.DAY else "一句话" for one in QUESTIONS}


@pytest.fixture
def handed(told, at):
    """A plan handed in by its organisation, who did it, and when."""
    entry = Entry.objects.filter(organisation__name="木作园非遗传习社", agreement__isnull=False).get()
    when, owner = at("2022-02-20 10:00"), Actor(id=entry.agreement.place.application.owner, name="", grants=())
    plan = plans.start(entry=entry, at=when)
    plans.fill(plan=plan, values=FILLED, at=when)
    return plans.submit(plan=plan, by=owner, at=when), owner, when


def undo(handed, minutes=9, by=None):
    plan, owner, when = handed
    take_back(code=PlanEvent.SUBMITTED, row=Plan.objects.get(pk=plan.pk), by=by or owner, at=when + minutes * MINUTE)
    return Plan.objects.get(pk=plan.pk)


def test_a_first_plan_is_a_draft_again_as_if_never_handed_in(handed):
    plan = undo(handed)
    assert (plan.state, plan.handed_at, plan.handed_by, plan.is_late) == ("draft", None, None, False)
    assert AuditEvent.objects.filter(event="incubation.paper_taken_back", subject=plan.pk).count() == 1
    late = plans.submit(plan=plan, by=handed[1], at=plan.due_on and handed[2] + datetime.timedelta(days=40))
    assert late.is_late


def test_one_sent_back_before_lies_with_its_words_again(handed, at):
    plan, owner, when = handed
    liang = actor_for(user_by_login("liang"), when)
    plans.judge(plan=plan, agrees=False, words="第二个里程碑写清日子。", by=liang, at=when + 60 * MINUTE)
    again = plans.submit(plan=Plan.objects.get(pk=plan.pk), by=owner, at=when + 120 * MINUTE)
    assert again.words == ""
    plan = undo((again, owner, when + 120 * MINUTE))
    assert (plan.state, plan.words, plan.handed_at) == ("returned", "第二个里程碑写清日子。", when)


def test_after_ten_minutes_after_a_judgement_or_by_another_hand_it_stands(handed):
    plan, owner, when = handed
    with pytest.raises(Refused, match=R.UNDO_LATE):
        undo(handed, minutes=10)
    liang = actor_for(user_by_login("liang"), when)
    with pytest.raises(Refused, match=R.NOT_YOURS):
        undo(handed, by=liang)
    plans.judge(plan=plan, agrees=True, words="", by=liang, at=when + MINUTE)
    with pytest.raises(Refused, match=R.HANDLED):
        undo(handed, minutes=2)


def test_what_came_in_time_is_not_taken_back_behind_its_day(handed, at):
    plan, owner, when = handed
    undo(handed)
    last = plan_queries.due_of(plan).moment
    plan = plans.submit(plan=Plan.objects.get(pk=plan.pk), by=owner, at=last - 5 * MINUTE)
    assert offer(PlanEvent.SUBMITTED, plan, owner, last - MINUTE).until == last
    with pytest.raises(Refused, match=R.UNDO_LATE):
        undo((plan, owner, last), minutes=0)
    undo((plan, owner, last), minutes=-1)
    plan = plans.submit(plan=Plan.objects.get(pk=plan.pk), by=owner, at=last + MINUTE)
    assert plan.is_late and undo((plan, owner, last), minutes=10).state == "draft"  # what is late has its ten minutes


def test_a_report_sent_back_and_handed_in_anew_is_taken_back_on_its_page(handed, as_person, at):
    entry, when = handed[0].entry, at("2022-05-31 10:00")
    report = reports.start(entry=entry, no=1, at=when)
    reports.fill(report=report, values={one.code: "一句话" for one in REPORT_QUESTIONS}, at=when)
    report = reports.submit(report=report, by=handed[1], at=when)
    liang = actor_for(user_by_login("liang"), when)
    reports.judge(report=report, agrees=False, words="写清来了多少人。", by=liang, at=when + MINUTE)
    reports.submit(report=QuarterlyReport.objects.get(pk=report.pk), by=handed[1], at=when + 2 * MINUTE)
    client, url = as_person("owner of 木作园非遗传习社", "2022-05-31 10:06"), f"/incubation/stay/{entry.pk}/report/1/"
    assert "10:12 前可以自己撤回，还有 6 分钟。" in client.get(url).content.decode()
    assert client.post(f"/undo/{ReportEvent.SUBMITTED}/{report.pk}/").status_code == 302
    report.refresh_from_db()
    assert (report.state, report.words) == ("returned", "写清来了多少人。")
    assert client.post(f"/undo/{ReportEvent.SUBMITTED}/{report.pk}/").status_code == 409


def test_the_page_offers_it_to_who_handed_it_in(handed, as_person):
    plan, owner, when = handed
    liang = actor_for(user_by_login("liang"), when)
    offers = [offer(PlanEvent.SUBMITTED, plan, who, when + MINUTE) for who in (owner, liang)]
    assert offers[0] and offers[1] is None
    page = as_person("owner of 木作园非遗传习社", "2022-02-20 10:05").get(f"/incubation/stay/{plan.entry_id}/plan/")
    assert "撤回来，再改改" in page.content.decode() and "10:10 前可以自己撤回，还有 5 分钟。" in page.content.decode()
    client = as_person("owner of 木作园非遗传习社", "2022-02-20 10:06")
    assert client.post(f"/undo/{PlanEvent.SUBMITTED}/{plan.pk}/").status_code == 302
    assert Plan.objects.get(pk=plan.pk).state == "draft"
