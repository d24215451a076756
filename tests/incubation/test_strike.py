"""What was entered wrongly is struck: it stays as it was, says why, and no figure counts it."""

import json
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.queries import NAMED
from sanshe.core.duties.queries import reminded
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.enums import E
from sanshe.core.rows.enums import R as Rows
from sanshe.incubation.actions.stay import resource, supervision, support
from sanshe.incubation.actions.stay.strike import strike
from sanshe.incubation.enums.stay.resource import Five
from sanshe.incubation.enums.stay.strike import StrikeRefusal as R
from sanshe.incubation.enums.stay.strike import Struck
from sanshe.incubation.enums.stay.supervision import Function
from sanshe.incubation.enums.stay.support import SupportRefusal
from sanshe.incubation.models import DeskUse, Milestone, Plan, Receipt, ResourceLink, Supervision, SupportGrant
from sanshe.incubation.pages.stay import entries
from sanshe.incubation.queries.stay.report_facts import counted
from sanshe.incubation.queries.stay.supervision import supervised_by, supervisors
from sanshe.incubation.queries.stay.support import free
from tests.incubation import world

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2022, 2, 17), date(2022, 5, 31)


@pytest.fixture
def when(at):
    return at("2022-03-10 10:00")


@pytest.fixture
def liang(user_as):
    from sanshe.core.accounts.queries import actor_for

    return actor_for(user_as("centre_operator"), datetime.now(UTC))


@pytest.fixture
def another(user_as):
    from sanshe.core.accounts.queries import actor_for

    return actor_for(user_as("centre_operator"), datetime.now(UTC))


@pytest.fixture
def home(db):
    from sanshe.core.calendar.actions import load_published
    from sanshe.core.kit.access import SYSTEM

    load_published(first=2021, last=2024, by=SYSTEM, at=world.AT)
    return world.entry()


@pytest.fixture
def rows(home, liang, when):
    """One of each kind, as the centre enters them."""
    who = {"by": liang, "at": when}
    said = {"held_on": date(2022, 3, 9), "quarters": 6, "function": Function.SUPPORTIVE, "agreed": "先排班"}
    talk = supervision.record(entry=home, **said, follow_up="看排班", follow_up_on=date(2022, 3, 23), **who)
    ends = {"from_kind": Five.CHARITY, "from_name": "慈善协会", "to_kind": Five.ORGANISATION, "to_name": "柳岸"}
    link = resource.propose(entry=home, **ends, what="起夜灯", **who)
    resource.link(row=link, on=date(2022, 3, 9), **who)
    desk = support.give_desk(entry=home, no=1, **who)
    grant = support.give_money(entry=home, cents=300000, purpose="材料", **who)
    plan = Plan.objects.create(entry=home, area_path=home.area_path, due_on=date(2022, 3, 3), saved_at=when)
    step = {
        "no": 1,
        "what": "第一次活动",
        "by_day": date(2022, 3, 31),
        "done_on": date(2022, 3, 9),
        "evidence": "登记本",
    }
    mile = Milestone.objects.create(plan=plan, area_path=home.area_path, **step)
    found = {"supervision": talk, "link": link, "desk": desk, "grant": grant, "milestone": mile}
    return {Struck(name): row for name, row in found.items()}


def receipt_of(grant, cents, when, settings, tmp_path, by):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from sanshe.core.files import actions as files
    from sanshe.incubation.story.applications import PAPER

    settings.FILES_ROOT = tmp_path
    upload = SimpleUploadedFile("s.pdf", PAPER, "application/pdf")
    kept = files.keep(upload=upload, name="s.pdf", purpose="receipt", by=by, at=when)
    said = {"cents": cents, "what": "血压计", "spent_on": date(2022, 3, 9), "scan": kept}
    return support.give_receipt(grant=grant, **said, by=by, at=when)


def gone(sort, rows, liang, when, reason="记到别家去了"):
    strike(row=rows[sort], reason=reason, by=liang, at=when)


class TestStriking:
    """Each kind, by one way."""

    @pytest.mark.parametrize("sort", ["supervision", "link", "desk", "grant"])
    def test_the_row_keeps_what_it_said(self, sort, rows, liang, when):
        sort = Struck(sort)
        before = {name: getattr(type(rows[sort]).every.get(), name) for name in rows[sort].SAID}
        gone(sort, rows, liang, when)
        row = type(rows[sort]).every.get()
        after = {name: getattr(row, name) for name in rows[sort].SAID}
        assert {**after, "released_on": None} == {**before, "released_on": None}
        assert (row.struck_at, row.struck_by, row.struck_why) == (when, liang.id, "记到别家去了")
        assert not type(row).objects.exists()

    @pytest.mark.parametrize("sort", list(Struck))
    def test_it_is_on_record_with_the_old_words_and_why(self, sort, rows, liang, when, settings, tmp_path):
        if sort == Struck.RECEIPT:
            rows[sort] = receipt_of(rows[Struck.GRANT], 86700, when, settings, tmp_path, liang)
        gone(sort, rows, liang, when)
        said = AuditEvent.objects.get(event=E.STRUCK)
        assert said.note == "记到别家去了" and set(rows[sort].SAID) == set(json.loads(said.old))

    @pytest.mark.parametrize("sort", ["supervision", "link", "desk", "grant"])
    def test_the_record_still_says_whose_it_was(self, sort, home, rows, liang, when):
        gone(Struck(sort), rows, liang, when)
        found = NAMED[f"incubation.{sort}"](liang, [str(rows[Struck(sort)].pk)])
        assert found == {str(rows[Struck(sort)].pk): (home.organisation.name, f"/incubation/entries/{home.pk}/")}

    @pytest.mark.parametrize("sort", ["supervision", "milestone"])
    def test_nothing_is_struck_twice_or_without_a_reason(self, sort, rows, liang, when):
        sort = Struck(sort)
        with pytest.raises(Refused, match=Rows.NO_REASON):
            gone(sort, rows, liang, when, "  ")
        gone(sort, rows, liang, when)
        with pytest.raises(Refused, match=Rows.STRUCK_ALREADY):
            gone(sort, rows, liang, when)  # as it was read before

    def test_every_figure_is_counted_anew(self, home, rows, liang, when):
        facts, line = counted(home, FIRST, LAST), entries.lines(home.batch, when)[0]
        assert (facts["supervision"]["sum"], len(facts["links"]), facts["given"]["sum"]) == (6, 1, 300000)
        assert (line.hours, line.links, line.desk, line.money, line.reached) == ("1.5", 1, "1", "3,000", 1)
        for sort in rows:
            gone(sort, rows, liang, when)
        facts, line = counted(home, FIRST, LAST), entries.lines(home.batch, when)[0]
        assert (facts["supervision"]["sum"], facts["links"], facts["given"]["sum"]) == (0, [], 0)
        assert facts["milestones"] == []
        assert (line.hours, line.links, line.desk, line.money, line.reached) == ("0", 0, "", "", 0)

    def test_a_struck_talk_is_neither_followed_up_nor_a_relation(self, home, rows, liang, another, when):
        assert [one.source.code for one in reminded(when)].count("incubation.talk_follow") == 1
        assert supervisors(home) == {liang.id} and str(home.organisation_id) in supervised_by(liang.id)
        gone(Struck.SUPERVISION, rows, another, when)
        assert [one.source.code for one in reminded(when)].count("incubation.talk_follow") == 0
        assert supervisors(home) == set() and supervised_by(liang.id) == frozenset()

    def test_nobody_strikes_their_own_relation_away(self, home, rows, liang, when):
        gone(Struck.SUPERVISION, rows, liang, when)
        assert supervisors(home) == {liang.id} and str(home.organisation_id) in supervised_by(liang.id)

    def test_a_desk_is_free_again_for_another(self, home, rows, liang, when):
        gone(Struck.DESK, rows, liang, when)
        assert support.give_desk(entry=home, no=1, by=liang, at=when).no == 1
        assert DeskUse.every.count() == 2

    def test_the_first_and_the_last_desk_are_free_and_the_one_that_is_held_is_not(self, home, rows):
        home.batch.capacity = {"desks": 3}
        assert free(home.batch) == [2, 3]
        DeskUse.objects.update(no=3)
        assert free(home.batch) == [1, 2]

    def test_money_is_struck_after_its_receipts(self, rows, liang, when, settings, tmp_path):
        rows[Struck.RECEIPT] = receipt_of(rows[Struck.GRANT], 86700, when, settings, tmp_path, liang)
        rows[Struck.GRANT].refresh_from_db()
        with pytest.raises(Refused, match=R.ACCOUNTED):
            gone(Struck.GRANT, rows, liang, when)
        gone(Struck.RECEIPT, rows, liang, when)
        rows[Struck.GRANT].refresh_from_db()
        assert rows[Struck.GRANT].left == 300000
        again = receipt_of(
            rows[Struck.GRANT], 68700, when, settings, tmp_path, liang
        )  # the same scan, the right amount
        assert (again.cents, Receipt.every.count()) == (68700, 2)
        rows[Struck.GRANT].refresh_from_db()
        assert rows[Struck.GRANT].spent == 68700

    def test_money_on_which_a_receipt_has_just_come_is_not_struck(self, rows, liang, when, settings, tmp_path):
        as_read = SupportGrant.objects.get()
        receipt_of(rows[Struck.GRANT], 86700, when, settings, tmp_path, liang)
        with pytest.raises(Refused, match=Rows.STRUCK_ALREADY):
            strike(row=as_read, reason="给错了", by=liang, at=when)

    def test_a_receipt_finds_only_what_another_has_just_left(self, rows, liang, when, settings, tmp_path):
        as_read = SupportGrant.objects.get()
        receipt_of(rows[Struck.GRANT], 300000, when, settings, tmp_path, liang)
        with pytest.raises(Refused, match=SupportRefusal.OVERSPENT):
            receipt_of(as_read, 1, when, settings, tmp_path, liang)

    def test_no_receipt_comes_on_money_that_has_just_been_struck(self, rows, liang, when, settings, tmp_path):
        as_read = SupportGrant.objects.get()
        gone(Struck.GRANT, rows, liang, when)
        with pytest.raises(Refused, match=Rows.STRUCK_ALREADY):
            receipt_of(as_read, 86700, when, settings, tmp_path, liang)
        assert SupportGrant.every.get().spent == 0 and not Receipt.every.exists()

    def test_a_refused_receipt_gives_nothing_back_a_second_time(self, rows, liang, when, settings, tmp_path, user_as):
        rows[Struck.RECEIPT] = paper = receipt_of(rows[Struck.GRANT], 86700, when, settings, tmp_path, liang)
        from sanshe.core.accounts.queries import actor_for

        wang = actor_for(user_as("centre_operator"), when)
        support.check_receipt(receipt=paper, accepts=False, words="不是这笔", by=wang, at=when)
        paper.refresh_from_db()
        gone(Struck.RECEIPT, rows, liang, when)
        rows[Struck.GRANT].refresh_from_db()
        assert rows[Struck.GRANT].spent == 0

    @pytest.mark.parametrize("model", [Supervision, ResourceLink, DeskUse, SupportGrant])
    def test_the_database_lets_nothing_be_struck_without_a_reason(self, model, rows, when):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(struck_at=when)


class TestPages:
    """On the page of the organisation, by who entered it."""

    def test_the_page_shows_it_crossed_out_with_why(self, home, rows, client_as, it_is):
        it_is("2022-03-11 10:00")
        page = client_as("centre_operator")
        url = f"/incubation/recorded/supervision/{rows[Struck.SUPERVISION].pk}/strike/"
        assert page.post(url, {"reason": "时间写错了"}).status_code == 302
        shown = page.get(f"/incubation/entries/{home.pk}/").content.decode()
        assert 'class="s-struck"' in shown and "时间写错了" in shown and "已给 0 小时" in shown

    def test_an_organisation_sees_it_and_strikes_nothing(self, home, rows, liang, when, client_as, it_is):
        it_is("2022-03-11 10:00")
        gone(Struck.LINK, rows, liang, when)
        own = client_as("organisation_rep", organisation=home.organisation_id)
        shown = own.get(f"/incubation/stay/{home.pk}/").content.decode()
        assert "记到别家去了" in shown and "/strike/" not in shown
        url = f"/incubation/recorded/desk/{rows[Struck.DESK].pk}/strike/"
        assert own.post(url, {"reason": "x"}).status_code in (403, 404)

    @pytest.mark.parametrize("sort", ["supervision", "nothing"])
    def test_what_is_not_there_is_a_missing_page(self, sort, client_as):
        url = f"/incubation/recorded/{sort}/01a21974-5b37-7ea1-a74a-4708470c9477/strike/"
        assert client_as("centre_operator").post(url, {"reason": "x"}).status_code == 404
