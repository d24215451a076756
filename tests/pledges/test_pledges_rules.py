"""Rules of pledges: who signs, when it counts, how it ends; paper; coverage. Each at both sides of its line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.kit.shanghai import at
from sanshe.core.signing.enums import Grade
from sanshe.pledges.enums import CampaignState, Ground, PledgeState, R, Stage
from sanshe.pledges.rules import campaign, paper, pledge
from sanshe.pledges.types import Asked, Coverage, Earlier, Life, PaperRow, Tally, Term

NOON = at("2022-02-16 10:20")
TICK = timedelta(microseconds=1)
ASKED = Asked(name="赵德山", phone="13803525207", read="now", is_adult=True)
FREE = Earlier()
DAY = date(2022, 2, 16)


@pytest.mark.parametrize(
    ("asked", "earlier", "staff", "code"),
    [
        (ASKED, FREE, False, None),
        (replace(ASKED, name=" "), FREE, False, R.NO_NAME),
        (replace(ASKED, is_adult=False), FREE, False, R.UNDER_AGE),
        (replace(ASKED, read="before"), FREE, False, R.TEXT_CHANGED),
        (ASKED, FREE, True, R.NOT_OWN_PHONE),
        (ASKED, Earlier(is_others_device=True), False, R.NOT_OWN_PHONE),
        (ASKED, Earlier(DAY, is_same_name=False), False, R.NOT_OWN_PHONE),
        (ASKED, Earlier(DAY), False, R.ALREADY),
    ],
)
def test_who_may_sign(asked, earlier, staff, code):
    assert pledge.refusal_to_ask(asked, in_force="now", earlier=earlier, is_staff_phone=staff) == code


@pytest.mark.parametrize(
    ("earlier", "code"),
    [
        (Earlier(DAY), None),
        (FREE, None),
        (Earlier(DAY, is_same_name=False), R.NOT_OWN_PHONE),
        (Earlier(DAY, is_others_device=True), R.NOT_OWN_PHONE),
    ],
)
def test_the_same_person_alone_signs_anew(earlier, code):
    assert pledge.refusal_to_renew(ASKED, in_force="now", earlier=earlier, is_staff_phone=False) == code


def test_a_signature_by_telephone_counts_behind_its_ten_minutes_and_ink_at_once():
    assert pledge.effective_at(Grade.OWN_PHONE, received_at=NOON) == at("2022-02-16 10:30")
    assert pledge.effective_at(Grade.WITNESSED, received_at=NOON) == NOON


STANDS = Life(PledgeState.STANDS, at("2022-02-16 10:30"), date(2023, 2, 15))


@pytest.mark.parametrize(
    ("moment", "stage"),
    [
        (at("2022-02-16 10:30") - TICK, Stage.SIGNED),
        (at("2022-02-16 10:30"), Stage.EFFECTIVE),
        (at("2023-02-16 00:00") - TICK, Stage.EFFECTIVE),
        (at("2023-02-16 00:00"), Stage.EXPIRED),
    ],
)
def test_the_stage_of_what_stands_is_told_by_the_clock(moment, stage):
    assert pledge.stage(STANDS, at=moment) == stage


@pytest.mark.parametrize(
    ("state", "ended", "stage"),
    [
        (PledgeState.WITHDRAWN, at("2022-02-16 10:30") - TICK, Stage.TAKEN_BACK),
        (PledgeState.WITHDRAWN, at("2022-02-16 10:30"), Stage.WITHDRAWN),
        (PledgeState.VOID, at("2022-02-16 10:25"), Stage.VOID),
        (PledgeState.RENEWED, at("2022-02-20 10:25"), Stage.RENEWED),
    ],
)
def test_each_way_of_ending_is_told_apart(state, ended, stage):
    assert pledge.stage(replace(STANDS, state=state, ended_at=ended), at=at("2022-03-01 09:00")) == stage


def test_what_was_signed_anew_counts_until_the_new_one_does():
    life = replace(STANDS, state=PledgeState.RENEWED, ended_at=NOON + timedelta(days=1))
    assert pledge.stage(life, at=NOON + timedelta(days=1) - TICK) == Stage.EFFECTIVE
    assert pledge.stage(life, at=NOON + timedelta(days=1)) == Stage.RENEWED


@given(st.sampled_from(PledgeState), st.integers(0, 10**6), st.integers(0, 10**6))
def test_nothing_counts_before_its_ten_minutes_are_over_or_once_it_ended(state, signed, asked):
    effective, moment = NOON + timedelta(minutes=signed), NOON + timedelta(minutes=asked)
    ended = None if state == PledgeState.STANDS else effective + timedelta(days=3)
    life = Life(state, effective, pledge.ends_on(effective, months=12), ended)
    if pledge.stage(life, at=moment) == Stage.EFFECTIVE:
        assert effective <= moment
        assert ended is None or (state == PledgeState.RENEWED and moment < ended)


def test_a_pledge_ends_a_year_after_it_counted_and_its_name_three_years_later():
    ends = pledge.ends_on(at("2022-02-16 10:30"), months=12)
    assert ends == date(2023, 2, 15)
    assert pledge.keep_until(ends) == date(2026, 2, 15)
    assert pledge.ends_on(at("2024-02-29 10:30"), months=12) == date(2025, 2, 27)
    assert pledge.keep_ended_until(DAY) == date(2022, 3, 18)


def test_only_what_is_not_over_is_ended_and_void_has_a_ground():
    over = replace(STANDS, state=PledgeState.WITHDRAWN, ended_at=NOON)
    assert pledge.refusal_to_end(STANDS, at=NOON) is None
    assert pledge.refusal_to_end(STANDS, at=at("2023-02-16 00:00")) == R.ENDED
    assert pledge.refusal_to_end(over, at=NOON) == R.ENDED
    assert pledge.refusal_to_void(STANDS, ground=None, at=NOON) == R.NO_GROUND
    assert pledge.refusal_to_void(STANDS, ground=Ground.DOUBLE, at=NOON) is None
    assert pledge.refusal_to_void(over, ground=Ground.DOUBLE, at=NOON) == R.ENDED


ROWS = [PaperRow("姚桂香"), PaperRow("郭宝山", "13800006630")]
SHEET = {"witness": "田晓红", "has_scan": True, "signed_on": DAY, "today": DAY, "last_day": date(2022, 2, 23)}


@pytest.mark.parametrize(
    ("rows", "more", "code"),
    [
        (ROWS, {}, None),
        (ROWS, {"witness": " "}, R.NO_WITNESS),
        (ROWS, {"has_scan": False}, R.NO_WITNESS),
        ([], {}, R.NO_ROWS),
        ([*ROWS, PaperRow(" ")], {}, R.NO_NAME),
        (ROWS, {"today": date(2022, 2, 15)}, R.PAPER_EARLY),
        (ROWS, {"today": date(2022, 2, 23)}, None),
        (ROWS, {"today": date(2022, 2, 24)}, R.PAPER_LATE),
        ([*ROWS, PaperRow("田 晓红")], {}, R.WITNESS_SIGNS),
        ([*ROWS, PaperRow("别人", "138 0000 6630")], {}, R.TWICE_ON_PAPER),
    ],
)
def test_a_sheet_has_witness_scan_and_its_days(rows, more, code):
    assert paper.refusal_to_enter(rows, **{**SHEET, **more}) == code


def test_two_without_a_telephone_may_have_the_same_name():
    assert paper.refusal_to_enter([PaperRow("王芳"), PaperRow("王芳")], **SHEET) is None


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, None),
        ({"today": date(2022, 2, 15)}, R.NOT_BEGUN),
        ({"heads": 0}, R.NO_HEADS),
        ({"left": 100}, None),
        ({"left": 101}, R.LEFT_OVER),
    ],
)
def test_a_session_is_written_down_once_it_began(more, code):
    said = {"starts_on": DAY, "today": DAY, "heads": 96, "taken": 100, "left": 4}
    assert paper.refusal_of_session(**{**said, **more}) == code


def test_a_count_of_drivers_is_of_a_day_that_came():
    assert paper.refusal_of_drivers(drivers=52, as_of=DAY, today=DAY) is None
    assert paper.refusal_of_drivers(drivers=0, as_of=DAY, today=DAY) == R.NO_COUNT
    assert paper.refusal_of_drivers(drivers=52, as_of=DAY, today=date(2022, 2, 15)) == R.COUNT_AHEAD


@pytest.mark.parametrize(
    ("signed", "drivers", "permille"),
    [(43, 52, 827), (53, 60, 883), (69, 75, 920), (14, 18, 778), (11, 40, 275), (52, 52, 1000), (0, 9, 0)],
)
def test_coverage_is_signatures_over_the_units_own_count(signed, drivers, permille):
    assert Coverage(signed, drivers, DAY).permille == permille


def test_no_count_no_rate_and_more_signatures_than_drivers_no_rate():
    assert Coverage(3, None, None).permille is None
    assert (Coverage(53, 52, DAY).permille, Coverage(53, 52, DAY).is_over) == (None, True)
    assert not Coverage(52, 52, DAY).is_over


def test_a_sum_is_of_its_parts():
    found = Tally.of({Grade.OWN_PHONE: 288, Grade.WITNESSED: 124})
    assert (found.own_key, found.own_phone, found.witnessed, found.whole) == (0, 288, 124, 412)


def test_the_shown_text_is_the_same_for_the_same_words_and_another_for_others():
    said = {
        "title": "零酒驾承诺书",
        "number": 2,
        "opening": "我承诺：",
        "clauses": " 喝酒不开车。 \n\n开车不喝酒。\n",
        "months": 12,
    }
    text = campaign.shown(**said)
    assert text == campaign.shown(**{**said, "clauses": "喝酒不开车。\n开车不喝酒。"})
    assert "1. 喝酒不开车。\n2. 开车不喝酒。\n" in text
    assert campaign.AGREES in text
    for more in ({"number": 3}, {"title": "承诺书"}, {"opening": ""}, {"months": 6}, {"clauses": "喝酒不开车。"}):
        assert campaign.shown(**{**said, **more}) != text


@pytest.mark.parametrize(
    ("on", "closed", "code"),
    [
        (date(2022, 1, 9), False, R.NOT_OPEN),
        (date(2022, 1, 10), False, None),
        (date(2022, 12, 31), False, None),
        (date(2023, 1, 1), False, R.NOT_OPEN),
        (DAY, True, R.CLOSED),
    ],
)
def test_both_printed_days_of_a_campaign_count(on, closed, code):
    assert campaign.refusal_when_shut(Term(date(2022, 1, 10), date(2022, 12, 31), 12, closed), on=on) == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, None),
        ({"state": CampaignState.CLOSED}, R.CLOSED),
        ({"drafts": 1}, R.DRAFT_OPEN),
        ({"clauses": " \n "}, R.NO_TEXT),
        ({"number": 2}, R.NO_CHANGE),
        ({"number": 2, "change": "一句改得更白"}, None),
    ],
)
def test_a_version_says_what_it_changes(more, code):
    said = {"state": CampaignState.OPEN, "clauses": "喝酒不开车。", "change": "", "number": 1, "drafts": 0}
    assert campaign.refusal_to_draft(**{**said, **more}) == code


def test_a_campaign_has_a_name_and_days_in_their_order():
    said = {"name": "拒绝酒驾", "opens_on": DAY, "closes_on": DAY}
    assert campaign.refusal_to_open(**said) is None
    assert campaign.refusal_to_open(**{**said, "name": " "}) == R.NO_NAME
    assert campaign.refusal_to_open(**{**said, "closes_on": date(2022, 2, 15)}) == R.DAYS_WRONG
