"""Pledges: versions approved by another, signed on one's own telephone and on paper, counted, withdrawn, void."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.accounts.enums import R as Accounts
from sanshe.core.audit.models import AuditEvent
from sanshe.core.files.queries import attachments, readable
from sanshe.core.kit.access import NOBODY, SYSTEM, Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.notices.models import Message
from sanshe.core.parties.actions import register_organisation
from sanshe.core.rows.enums import R as Rows
from sanshe.core.signing import actions as signing
from sanshe.core.signing.queries import chain_of, check
from sanshe.core.tracking.queries import index_of
from sanshe.pledges import actions
from sanshe.pledges.actions.merging import follow
from sanshe.pledges.enums import Ground, P, PledgeState, R, Stage, TextState
from sanshe.pledges.models import Campaign, Pledge
from sanshe.pledges.pages.door import shown
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.queries.campaigns import CHAIN, draft_of, text_in_force
from sanshe.pledges.queries.pledges import found_by
from sanshe.pledges.rules import paper as rules
from sanshe.pledges.rules.pledge import stage
from sanshe.pledges.types import PaperRow, Tally
from tests.pledges import world
from tests.pledges.world import HERE, NOW, sheet, sign

pytestmark = pytest.mark.django_db
TEN, TICK = timedelta(minutes=10), timedelta(microseconds=1)


@pytest.fixture
def here():
    return world.settle()


@pytest.fixture
def campaign(here):
    return here.campaign


def refused(act, *given, **more):
    with pytest.raises(Refused) as no:
        act(*given, **more)
    return no.value.code


def counted(campaign, when):
    return queries.tally(campaign.pledges.all(), when)


def holds(campaign):
    return check(chain_of(CHAIN, campaign.pk)).holds


def test_a_signature_counts_behind_its_ten_minutes(campaign):
    one = sign(campaign)
    assert (counted(campaign, NOW + TEN - TICK), counted(campaign, NOW + TEN)) == (Tally(), Tally(own_phone=1))
    assert (queries.waiting(campaign.pledges.all(), NOW), queries.waiting(campaign.pledges.all(), NOW + TEN)) == (1, 0)
    assert (one.area_path, one.ends_on, one.number) == (HERE, date(2023, 2, 15), "驾-220216-0001")
    assert one.signature.keep_until == date(2026, 2, 15)
    assert counted(campaign, at("2023-02-16 00:00") - TICK).whole == 1
    assert counted(campaign, at("2023-02-16 00:00")).whole == 0
    assert holds(campaign)
    told = "".join(AuditEvent.objects.values_list("new", flat=True))
    assert "签名人" not in told
    assert "1380000" not in told


def test_taken_back_in_its_ten_minutes_it_never_counted(campaign):
    one = sign(campaign)
    actions.withdraw(pledge=one, by=NOBODY, at=NOW + TEN - TICK)
    assert stage(one.life, at=NOW + TEN) == Stage.TAKEN_BACK
    assert (counted(campaign, NOW + TEN).whole, queries.ended(campaign)["taken_back"]) == (0, 1)
    one.signature.refresh_from_db()
    assert one.signature.keep_until == date(2022, 3, 18)
    assert AuditEvent.objects.filter(event="pledges.taken_back").count() == 1
    assert sign(campaign, when=NOW + TEN).state == PledgeState.STANDS


def test_withdrawn_later_it_is_told_apart_and_is_not_withdrawn_again(campaign):
    one = sign(campaign)
    actions.withdraw(pledge=one, by=NOBODY, at=NOW + TEN)
    assert stage(one.life, at=NOW + TEN) == Stage.WITHDRAWN
    assert queries.ended(campaign) == {"taken_back": 0, "withdrawn": 1}
    assert refused(actions.withdraw, pledge=one, by=NOBODY, at=NOW + 2 * TEN) == R.ENDED


def test_one_telephone_signs_for_one_person(campaign):
    sign(campaign)
    assert refused(sign, campaign) == R.ALREADY
    assert refused(sign, campaign, name="别人") == R.NOT_OWN_PHONE
    assert refused(sign, campaign, 2, device="device 1") == R.NOT_OWN_PHONE
    assert Message.objects.filter(channel="sms").count() == 1


def test_staff_sign_for_themselves_and_for_nobody_else(campaign):
    worker = world.person("田晓红")
    assert refused(sign, campaign, by=worker) == R.NOT_OWN_PHONE
    assert sign(campaign, by=worker, name="田晓红").state == PledgeState.STANDS


def test_what_was_read_must_be_what_is_in_force(here, campaign):
    assert refused(sign, campaign, read="0" * 64) == R.TEXT_CHANGED
    assert refused(sign, campaign, is_adult=False) == R.UNDER_AGE
    assert refused(sign, campaign, when=at("2023-01-01 00:00")) == R.NOT_OPEN
    actions.close_campaign(campaign=campaign, by=SYSTEM, at=NOW)
    assert refused(sign, campaign) == R.CLOSED


def test_a_code_for_one_version_signs_no_other(here, campaign):
    one = {"campaign": campaign, "device": "d", "by": NOBODY, "at": NOW, "real": NOW}
    actions.ask_code(asked=world.asked(campaign), **one)
    code = world.last_code()
    second(here)
    assert refused(actions.sign_own, asked=world.asked(campaign), code=code, **one) == Accounts.CODE_OVER
    assert Pledge.objects.count() == 0


def second(here, when=NOW):
    said = {"title": "零酒驾承诺书", "clauses": world.CLAUSES + "\n叫代驾。", "change": "加了一句", "at": when}
    draft = actions.draft_text(campaign=here.campaign, by=here.writer, **said)
    return actions.approve_text(text=draft, by=here.judge, at=when)


def test_a_version_is_approved_by_another_and_one_is_in_force(here, campaign):
    said = {"title": "零酒驾承诺书", "clauses": "喝酒不开车。", "change": "更白", "by": here.writer, "at": NOW}
    draft = actions.draft_text(campaign=campaign, **said)
    assert refused(actions.draft_text, campaign=campaign, **said) == R.DRAFT_OPEN
    assert refused(actions.approve_text, text=draft, by=here.writer, at=NOW) == Rows.SAME_PERSON
    first = text_in_force(campaign)
    actions.approve_text(text=draft, by=here.judge, at=NOW)
    first.refresh_from_db()
    assert (first.state, text_in_force(campaign), draft_of(campaign)) == (TextState.REPLACED, draft, None)
    assert refused(actions.drop_text, text=draft, by=here.writer, at=NOW) == Rows.NOT_NOW
    dropped = actions.draft_text(campaign=campaign, **said)
    actions.drop_text(text=dropped, by=here.writer, at=NOW)
    assert actions.draft_text(campaign=campaign, **said).number == 4


def test_who_signed_the_first_version_stays_on_it_and_may_sign_the_second(here, campaign):
    one = sign(campaign)
    second(here)
    later = NOW + timedelta(days=1)
    assert refused(sign, campaign, when=later) == R.ALREADY
    new = sign(campaign, when=later, renews=True)
    one.refresh_from_db()
    assert (one.state, one.text.number, new.text.number, new.renews_id) == (PledgeState.RENEWED, 1, 2, one.pk)
    for moment in (later, later + TEN - TICK, later + TEN):
        assert counted(campaign, moment) == Tally(own_phone=1)
    assert holds(campaign)


def test_a_new_signature_that_is_taken_back_leaves_the_old_one_standing(here, campaign):
    one = sign(campaign)
    later = NOW + timedelta(days=1)
    new = sign(campaign, when=later, renews=True)
    actions.withdraw(pledge=new, by=NOBODY, at=later + TEN - TICK)
    one.refresh_from_db()
    assert (one.state, one.ended_at) == (PledgeState.STANDS, None)
    assert counted(campaign, later + TEN) == Tally(own_phone=1)


def test_after_its_year_one_signs_again_without_asking(campaign):
    type(campaign).objects.update(closes_on=date(2024, 12, 31))
    campaign.refresh_from_db()
    one = sign(campaign)
    assert refused(sign, campaign, when=at("2023-02-16 00:00") - TICK) == R.ALREADY
    sign(campaign, when=at("2023-02-16 00:00"))
    one.refresh_from_db()
    assert one.state == PledgeState.RENEWED


def test_the_database_keeps_one_standing_pledge_a_telephone(campaign):
    one = sign(campaign)
    two = sign(campaign, 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pledge.objects.filter(pk=two.pk).update(phone_index=one.phone_index)


def test_a_sheet_is_entered_with_its_scan_and_counts_at_once(here, campaign):
    found = sheet(campaign, "姚桂香", PaperRow("郭宝山", "13800006630"), unit=here.unit)
    assert found.pledges.count() == 2
    assert counted(campaign, NOW) == Tally(witnessed=2)
    assert {one.signature.witness for one in found.pledges.all()} == {"田晓红"}
    assert {one.unit_id for one in found.pledges.all()} == {here.unit.pk}
    assert queries.tallies(campaign, "unit", NOW) == {here.unit.pk: Tally(witnessed=2)}
    assert AuditEvent.objects.filter(event="pledges.sheet_entered").count() == 1
    assert holds(campaign)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"witness": ""}, R.NO_WITNESS),
        ({"scan": None}, R.NO_WITNESS),
        ({"witness": "姚桂香"}, R.WITNESS_SIGNS),
        ({"when": at("2022-02-23 23:59")}, None),
        ({"when": at("2022-02-24 00:00")}, R.PAPER_LATE),
        ({"when": at("2022-02-15 10:00")}, R.PAPER_EARLY),
    ],
)
def test_a_sheet_without_what_it_rests_on_is_not_entered(campaign, more, code):
    if code is None:
        assert sheet(campaign, "姚桂香", **more).pledges.count() == 1
        return
    assert refused(sheet, campaign, "姚桂香", **more) == code
    assert Pledge.objects.count() == 0


def test_a_whole_sheet_waits_for_the_one_who_signed_already(campaign):
    sign(campaign, 1)
    again = PaperRow("签名人1", "138-0000-0001")
    assert refused(sheet, campaign, "姚桂香", again) == R.ALREADY
    assert refused(sheet, campaign, "姚桂香", PaperRow("某", "123")) == Rows.BAD_PHONE
    assert Pledge.objects.count() == 1
    type(campaign).objects.update(closes_on=date(2024, 12, 31))
    campaign.refresh_from_db()
    sheet(campaign, again, when=at("2023-03-01 10:00"), signed_on=date(2023, 3, 1))
    assert counted(campaign, at("2023-03-01 10:00")) == Tally(witnessed=1)


def test_namesakes_of_a_unit_are_asked_about_and_entered(here, campaign):
    sheet(campaign, "王芳", unit=here.unit)
    assert len(queries.namesakes(campaign, here.unit.pk, ["王 芳", "李四"])) == 1
    assert queries.namesakes(campaign, None, ["王芳"]) == set()
    assert sheet(campaign, "王芳", unit=here.unit).pledges.count() == 1


def test_void_has_a_ground_and_its_signer_is_told(campaign):
    one = sign(campaign)
    manager = world.person("贺晓东")
    assert refused(actions.void, pledge=one, ground=None, by=manager, at=NOW + TEN) == R.NO_GROUND
    actions.void(pledge=one, ground=Ground.NOT_THE_PERSON, by=manager, at=NOW + TEN)
    assert (one.state, counted(campaign, NOW + TEN).whole) == (PledgeState.VOID, 0)
    assert "作废" in Message.objects.filter(channel="sms").latest("made_at", "pk").text
    assert refused(actions.void, pledge=one, ground=Ground.DOUBLE, by=manager, at=NOW + TEN) == R.ENDED
    assert sign(campaign, when=NOW + TEN).state == PledgeState.STANDS


def test_who_acted_on_a_stale_pledge_is_told(campaign):
    one, same = sign(campaign), Pledge.objects.get()
    actions.withdraw(pledge=same, by=NOBODY, at=NOW + TEN)
    assert refused(actions.void, pledge=one, ground=Ground.DOUBLE, by=SYSTEM, at=NOW + TEN) == Rows.MOVED_ON


def test_where_it_counts_is_changed_without_signing_anew(here, campaign):
    one = sign(campaign)
    actions.place(pledge=one, unit=here.unit, community="", by=NOBODY, at=NOW)
    assert (one.unit_id, one.area_path, counted(campaign, NOW + TEN).whole) == (here.unit.pk, "140213", 1)
    assert holds(campaign)


def test_coverage_is_by_the_units_latest_count(here, campaign):
    sheet(campaign, *(f"人{n}" for n in range(1, 4)), unit=here.unit)
    said = {"campaign": campaign, "unit": here.unit, "by": SYSTEM, "at": NOW}
    assert queries.coverage(campaign, here.unit.pk, 3).permille is None
    actions.count_drivers(drivers=2, as_of=date(2022, 1, 10), **said)
    assert queries.coverage(campaign, here.unit.pk, 3).is_over
    actions.count_drivers(drivers=4, as_of=date(2022, 2, 10), **said)
    assert queries.coverage(campaign, here.unit.pk, 3).permille == 750
    assert refused(actions.count_drivers, drivers=4, as_of=date(2022, 2, 17), **said) == R.COUNT_AHEAD


def test_a_session_has_its_heads_its_cases_and_what_was_given_out(here, campaign):
    said = {"area_path": HERE, "place": "明珠社区", "starts_at": at("2022-02-16 10:00"), **world.EARLY}
    session = actions.plan_session(campaign=campaign, **said)
    case = {"title": "一杯啤酒", "body": "……", "article": "道路交通安全法第九十一条"}
    lesson = actions.add_lesson(campaign=campaign, **case, **world.EARLY)
    told = {"session": session, "heads": 96, "lessons": [lesson], "by": here.writer}
    assert refused(actions.hold_session, **told, at=at("2022-02-15 23:59")) == R.NOT_BEGUN
    actions.hold_session(**told, taken=100, left=4, at=NOW)
    assert (session.number, session.heads, session.lessons.get(), session.taken - session.left) == (1, 96, lesson, 96)
    sign(campaign, session=session.pk)
    assert queries.tallies(campaign, "session", NOW + TEN) == {session.pk: Tally(own_phone=1)}


def test_heads_counted_together_stand_beside_and_are_never_added(campaign):
    said = {"area_path": HERE, "place": "恒大社区", "starts_at": at("2022-02-11 15:00"), **world.EARLY}
    session = actions.plan_session(campaign=campaign, **said)
    row = {"session": session, "heads": 60, "photo": world.scan(2), "by": SYSTEM}
    assert refused(actions.count_together, **row, at=at("2022-02-11 15:00") - TICK) == R.NOT_BEGUN
    actions.count_together(**row, at=NOW)
    assert (queries.together(campaign), counted(campaign, NOW).whole) == ((60, 1), 0)


def test_a_destroyed_name_leaves_pledge_and_chain(campaign):
    one = sign(campaign)
    actions.withdraw(pledge=one, by=NOBODY, at=NOW)
    sign(campaign, 2)
    assert found_by(index_of(one.number, "0001")) == [one.pk]
    assert signing.destroy_over(at("2022-03-19 00:00")) == 1
    one.refresh_from_db()
    assert (one.signature.name, one.signature.phone, one.phone_index, one.track_index) == ("", "", "", "")
    assert holds(campaign)
    assert queries.ended(campaign)["taken_back"] == 1


def test_a_unit_is_asked_to_take_part_once_and_owes_its_count(here, campaign):
    said = {"campaign": campaign, "unit": here.unit, "by": here.writer, "at": NOW}
    assert refused(actions.add_unit, count_by=date(2022, 2, 15), **said) == R.COUNT_BEFORE
    row = actions.add_unit(count_by=date(2022, 2, 16), **said)
    assert refused(actions.add_unit, count_by=date(2022, 2, 18), **said) == R.HAS_JOINED
    assert list(queries.uncounted(NOW)) == [row]
    assert queries.not_joined(campaign) == []
    actions.count_drivers(campaign=campaign, unit=here.unit, drivers=52, as_of=date(2022, 2, 16), by=SYSTEM, at=NOW)
    assert list(queries.uncounted(NOW)) == []


def test_the_day_of_a_count_ends_at_midnight():
    assert rules.refusal_to_join(count_by=date(2022, 2, 16), today=date(2022, 2, 16)) is None
    assert rules.refusal_to_join(count_by=date(2022, 2, 15), today=date(2022, 2, 16)) == R.COUNT_BEFORE


def test_what_names_a_unit_goes_along_when_it_is_merged(here, campaign):
    into = register_organisation(
        name="御东冷链二", kind="enterprise", registration="none", area_path=HERE, **world.EARLY
    )
    for unit in (here.unit, into):
        actions.add_unit(campaign=campaign, unit=unit, count_by=date(2022, 2, 18), by=here.writer, at=NOW)
    sign(campaign, unit=here.unit.pk)
    actions.count_drivers(campaign=campaign, unit=here.unit, drivers=52, as_of=date(2022, 2, 16), by=SYSTEM, at=NOW)
    assert follow(organisation=here.unit.pk, into=into.pk, by=SYSTEM, at=NOW) == 2
    assert [one.unit_id for one in campaign.participants.all()] == [into.pk]
    assert queries.coverage(campaign, into.pk, 1).drivers == 52


def test_a_signed_page_is_opened_by_who_may_see_names_there(campaign):
    row = sheet(campaign, "甲一")
    hand = attachments("pledges.papersheet", row.pk)[0]
    for path, codes, is_open in ((HERE, {P.NAMES}, True), (HERE, {P.READ}, False), ("140213059006", {P.NAMES}, False)):
        reader = Actor(id=None, name="", grants=(Grant(role="", path=path, codes=frozenset(codes)),))
        assert (readable(reader, hand.pk) is not None) == is_open


def test_the_database_keeps_no_void_pledge_without_its_ground(campaign):
    row = sign(campaign)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pledge.objects.filter(pk=row.pk).update(state=PledgeState.VOID, ended_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pledge.objects.filter(pk=row.pk).update(state=PledgeState.WITHDRAWN)
    Pledge.objects.filter(pk=row.pk).update(state=PledgeState.VOID, ended_at=NOW, ground=Ground.DOUBLE)


class TestDoor:
    """The front page leads to what can be signed today, and counts it by grade."""

    def test_a_campaign_that_takes_signatures(self, campaign):
        sign(campaign)
        url, line = shown([HERE[:6]], NOW + TEN)
        assert str(campaign.pk) in url and "有效 1 份，本人签 1，见证签 0" in line

    def test_none_elsewhere_none_after_its_last_day_and_none_that_was_closed(self, campaign):
        assert shown(["140214"], NOW) is None
        over = at(f"{campaign.closes_on} 23:59") + timedelta(minutes=1)
        assert shown([HERE[:6]], over - timedelta(minutes=1)) and shown([HERE[:6]], over) is None
        Campaign.objects.filter(pk=campaign.pk).update(state="closed", closed_at=NOW)
        assert shown([HERE[:6]], NOW) is None
