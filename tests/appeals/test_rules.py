"""The rules of appeals, and the table of moves."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.appeals.enums import Channel, Ground, LegState, R, Reach, Satisfied, Solved, State
from sanshe.appeals.rules import check, dispatch, handling, intake
from sanshe.core.kit.shanghai import at

NOW, MICRO = at("2022-02-14 10:00"), timedelta(microseconds=1)
HAN, SHI = UUID(int=1), UUID(int=2)


def test_every_state_is_reached_and_every_end_is_one():
    moves = State.moves()
    assert {to for found in moves.values() for to in found} == {*State} - {State.RECEIVED}
    assert {one for one in State if not moves[one]} == State.over() - {State.CLOSED, State.DECLINED}
    assert not State.over() & State.in_work()


def test_a_resident_withdraws_whatever_was_not_handled_yet():
    may = {one for one, found in State.moves().items() if State.WITHDRAWN in found}
    assert may == {State.RECEIVED} | State.in_work()


def test_nothing_is_closed_but_after_a_check():
    assert {one for one, found in State.moves().items() if State.CLOSED in found} == {
        State.VERIFIED,
        State.CALLED_BACK,
    }


def test_a_leg_that_ended_moves_no_more():
    assert LegState.moves()[LegState.ENDED] == frozenset() and {*LegState.moves()} == {*LegState}


@pytest.mark.parametrize(
    ("text", "channel", "read", "code"),
    [
        ("吵", Channel.PHONE, True, None),
        ("吵", Channel.PHONE, False, R.NOT_READ_BACK),
        ("吵", Channel.WINDOW, False, R.NOT_READ_BACK),
        ("吵", Channel.WEB, False, None),
        ("吵", Channel.HOTLINE, False, None),
        (" ", Channel.WEB, True, R.NO_TEXT),
    ],
)
def test_what_is_typed_for_somebody_is_read_back(text, channel, read, code):
    assert intake.refusal_to_take_in(text=text, channel=channel, is_read_back=read) == code


@pytest.mark.parametrize(
    ("ground", "where", "ok"), [(None, "法院", 0), (Ground.SECRET, " ", 0), (Ground.SECRET, "x", 1)]
)
def test_nothing_is_declined_without_ground_and_way(ground, where, ok):
    assert (intake.refusal_to_decline(ground=ground, channel=where) is None) == bool(ok)


@pytest.mark.parametrize(
    ("unit", "community", "lead", "code"),
    [
        (False, False, True, R.NO_UNIT),
        (True, True, False, R.NOT_THEIR_DUTY),
        (True, True, True, None),
        (True, False, False, None),
    ],
)
def test_a_community_leads_what_stands_in_its_list(unit, community, lead, code):
    assert dispatch.refusal_to_lead(has_unit=unit, is_community=community, may_lead=lead) == code


@pytest.mark.parametrize(
    ("before", "moment", "why", "code"),
    [
        (False, NOW - MICRO, "不归我们", None),
        (False, NOW, "不归我们", R.DISPUTE_LATE),
        (False, NOW - MICRO, " ", R.NO_WORDS),
        (True, NOW - MICRO, "不归我们", R.DISPUTED_ONCE),
    ],
)
def test_a_dispute_is_raised_once_and_in_time(before, moment, why, code):
    assert dispatch.refusal_to_dispute(has_disputed=before, until=NOW, at=moment, why=why) == code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"is_paused": True}, R.PAUSED_ALREADY),
        ({"at": NOW}, R.CLOCK_OVER),
        ({"at": NOW - MICRO}, None),
        ({"proof": " "}, R.NO_PROOF),
        ({"is_told": False}, R.NO_PROOF),
        ({"used": 9}, None),
        ({"used": 10}, R.PAUSE_CAP),
    ],
)
def test_when_a_clock_may_stand(changed, code):
    sound = {"is_paused": False, "due": NOW, "at": NOW - timedelta(hours=1), "proof": "通话记录", "is_told": True}
    assert handling.refusal_to_pause(**{**sound, "used": 0, "most": 10, **changed}) == code


@pytest.mark.parametrize(
    ("phone", "by", "code"),
    [(True, SHI, None), (True, HAN, R.OWN_CALL), (True, None, R.OWN_CALL), (False, SHI, R.NO_CALLBACK)],
)
def test_who_calls_had_no_hand_in_it(phone, by, code):
    assert check.refusal_to_call(has_phone=phone, by=by, hands={HAN}) == code


D1, D2 = date(2022, 2, 22), date(2022, 2, 23)


@pytest.mark.parametrize(
    ("reach", "solved", "redo", "days", "to"),
    [
        (Reach.REACHED, Solved.SOLVED, True, [D1], State.CLOSED),
        (Reach.REACHED, Solved.UNSOLVED, None, [D1], State.REDO),
        (Reach.REACHED, Solved.UNSOLVED, False, [D1], State.CLOSED),
        (Reach.REACHED, Solved.PARTLY, None, [D1], State.CLOSED),
        (Reach.REACHED, Solved.PARTLY, True, [D1], State.REDO),
        (Reach.REACHED, Solved.PARTLY, False, [D1], State.CLOSED),
        (Reach.NO_ANSWER, None, False, [D1, D2], None),
        (Reach.NO_ANSWER, None, False, [D1, D1, D1], None),
        (Reach.WRONG_NUMBER, None, False, [D1, D1, D2], State.CLOSED),
    ],
)
def test_where_a_call_leads(reach, solved, redo, days, to):
    assert check.after_call(reach=reach, solved=solved, wants_redo=redo, days=days) == to


@given(st.sampled_from(Reach), st.none() | st.sampled_from(Solved), st.sampled_from(Satisfied))
def test_silence_is_never_a_verdict(reach, solved, satisfied):
    refused = check.refusal_of_verdict(reach=reach, solved=solved, satisfied=satisfied)
    if reach == Reach.REACHED:
        assert (refused is None) == (solved is not None)
    else:
        assert (refused is None) == (solved is None and satisfied == Satisfied.UNSAID)


@pytest.mark.parametrize(
    ("until", "moment", "words", "code"),
    [
        (NOW, NOW - MICRO, "又响了", None),
        (NOW, NOW, "又响了", R.WINDOW_OVER),
        (None, NOW, "又响了", R.WINDOW_OVER),
        (NOW, NOW - MICRO, "", R.NO_WORDS),
    ],
)
def test_when_a_matter_is_opened_again(until, moment, words, code):
    assert check.refusal_to_reopen(until=until, at=moment, words=words) == code


@pytest.mark.parametrize(
    ("night", "noted", "code"),
    [
        (date(2022, 2, 14), None, None),
        (date(2022, 2, 15), None, R.NIGHT_AHEAD),
        (date(2022, 2, 12), NOW - timedelta(hours=24) + MICRO, None),
        (date(2022, 2, 12), NOW - timedelta(hours=24), R.NIGHT_OVER),
    ],
)
def test_a_night_is_noted_and_changed_for_a_day(night, noted, code):
    assert check.refusal_of_night(night=night, today=date(2022, 2, 14), noted_at=noted, at=NOW) == code


def test_numbers():
    assert (intake.number("220214", 17), intake.number("220214", 1000)) == ("220214-017", "220214-1000")
