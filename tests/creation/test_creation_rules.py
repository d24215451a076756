"""Rules of creation without a database: tables of moves, days of coming back and renewing, what the police answer."""

from datetime import date, timedelta
from itertools import product

import pytest

from sanshe.core.kit.shanghai import at
from sanshe.core.rows.rules import may_move
from sanshe.creation.enums import Ground, Level, R, Reply, Source, Standing, State, TitleState
from sanshe.creation.rules import application as rules
from sanshe.creation.rules import attestation, naming, revoking, scheme
from sanshe.creation.types import Criterion, Holder, Past, Terms

TERMS = Terms()
DAY = date(2022, 2, 22)
HELD = Holder(TitleState.HELD, date(2022, 2, 25), date(2023, 2, 24))
MOVES = {  # rulings: from, to
    ("intent", "applied"), ("intent", "withdrawn"), ("applied", "assessed"), ("applied", "withdrawn"),
    ("assessed", "recommended"), ("assessed", "applied"), ("assessed", "withdrawn"), ("recommended", "asked"),
    ("asked", "attested"), ("asked", "failed"), ("attested", "on_notice"), ("attested", "named"), ("attested", "asked"),
    ("on_notice", "named"), ("on_notice", "failed"), ("failed", "asked"),
}  # fmt: skip
TITLE_MOVES = {
    ("held", "warned"), ("held", "suspended"), ("held", "revoked"), ("held", "ended"), ("warned", "held"),
    ("warned", "suspended"), ("warned", "revoked"), ("warned", "ended"), ("suspended", "held"),
    ("suspended", "revoked"), ("suspended", "ended"),
}  # fmt: skip


def test_no_application_or_title_moves_but_by_its_table():
    assert {(str(a), str(b)) for a, b in product(State, State) if may_move(a, b)} == MOVES
    assert {(str(a), str(b)) for a, b in product(TitleState, TitleState) if may_move(a, b)} == TITLE_MOVES
    assert set(State.open()) == set(State) - {State.NAMED, State.FAILED, State.WITHDRAWN}


@pytest.mark.parametrize(
    ("past", "day"),
    [
        ([], None),
        ([Past(State.FAILED, None, DAY)], date(2022, 5, 22)),
        ([Past(State.NAMED, TitleState.REVOKED, date(2022, 6, 14))], date(2023, 6, 14)),
        ([Past(State.FAILED, None, date(2022, 11, 30)), Past(State.FAILED, None, DAY)], date(2023, 2, 28)),
        ([Past(State.NAMED, TitleState.REVOKED, DAY), Past(State.FAILED, None, DAY)], date(2023, 2, 22)),
        ([Past(State.WITHDRAWN, None, DAY)], None),
    ],
)
def test_who_failed_comes_back_after_three_months_and_who_was_revoked_after_a_year(past, day):
    assert rules.first_day(past, TERMS) == day


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, None),
        ({"is_open": False}, R.SCHEME_SHUT),
        ({"has_open": True}, R.OPEN),
        ({"has_title": True}, R.HAS_TITLE),
        ({"free": DAY + timedelta(1)}, R.TOO_SOON),
        ({"free": DAY}, None),
    ],
)
def test_when_one_may_declare(more, code):
    facts = {"is_open": True, "has_open": False, "has_title": False, "free": None, "today": DAY}
    assert rules.refusal_to_declare(**(facts | more)) == code


@pytest.mark.parametrize(
    ("level", "drivers", "words", "found", "code"),
    [
        (Level.UNIT, 75, {1: "a"}, {2: "b"}, None),
        (Level.UNIT, None, {1: "a"}, {2: "b"}, R.NO_DRIVERS),
        (Level.UNIT, 0, {1: "a"}, {2: "b"}, R.NO_DRIVERS),
        (Level.COMMUNITY, None, {1: "a"}, {2: "b"}, None),
        (Level.UNIT, 75, {1: " "}, {2: "b"}, R.NO_WORDS),
        (Level.UNIT, 75, {1: "a"}, {}, R.RECORD_MISSING),
    ],
)
def test_each_criterion_has_what_shows_it(level, drivers, words, found, code):
    criteria = [
        Criterion(1, "a", Source.WORDS),
        Criterion(2, "b", Source.RECORD, "x"),
        Criterion(3, "c", Source.POLICE),
    ]
    given = {"level": level, "drivers": drivers, "criteria": criteria, "words": words, "found": found}
    assert rules.refusal_to_assess(**given) == code


@pytest.mark.parametrize(
    ("held", "of", "code"),
    [(3, 5, None), (2, 5, R.SHARE_SHORT), (6, 10, None), (5, 9, R.SHARE_SHORT), (0, 0, R.SHARE_SHORT), (1, 1, None)],
)
def test_a_subdistrict_needs_sixty_of_a_hundred(held, of, code):
    assert rules.refusal_of_share(held=held, of=of, share=60) == code


def test_the_share_never_shrinks_with_one_more_title():
    for of in range(1, 41):
        enough = [rules.refusal_of_share(held=held, of=of, share=60) is None for held in range(of + 1)]
        assert enough == sorted(enough) and enough.index(True) == -(-of * 60 // 100)


def test_the_police_are_asked_about_whole_days_up_to_yesterday():
    assert rules.period(asked_on=date(2022, 2, 15)) == (date(2021, 2, 15), date(2022, 2, 14))
    assert rules.period(asked_on=date(2024, 2, 29)) == (date(2023, 2, 28), date(2024, 2, 28))
    assert rules.period(asked_on=date(2022, 5, 25), since=date(2022, 2, 25)) == (date(2022, 2, 25), date(2022, 5, 24))


@pytest.mark.parametrize("given", ["", "无", "有", "some ", "NONE", "张某", "0"])
def test_nothing_but_two_words_is_an_answer(given):
    assert attestation.refusal_to_answer(is_answered=False, given=given) == R.ANSWER_ONLY
    assert attestation.refusal_to_answer(is_answered=True, given="none") == R.ANSWERED
    assert all(attestation.refusal_to_answer(is_answered=False, given=one) is None for one in Reply)


def test_an_answer_is_in_time_before_six():
    moment = at("2022-02-22 18:00")
    assert attestation.is_in_time(due_on=DAY, answered_at=moment - timedelta(microseconds=1))
    assert not attestation.is_in_time(due_on=DAY, answered_at=moment)


@pytest.mark.parametrize(
    ("title", "today", "standing"),
    [
        (HELD, date(2022, 2, 24), Standing.TO_COME),
        (HELD, date(2022, 2, 25), Standing.HELD),
        (HELD, date(2023, 2, 24), Standing.HELD),
        (HELD, date(2023, 2, 25), Standing.EXPIRED),
        (Holder(TitleState.WARNED, HELD.starts_on, HELD.ends_on), DAY + timedelta(9), Standing.WARNED),
        (Holder(TitleState.REVOKED, HELD.starts_on, HELD.ends_on), date(2024, 1, 1), Standing.REVOKED),
        (Holder(TitleState.SUSPENDED, HELD.starts_on, HELD.ends_on), date(2023, 2, 25), Standing.EXPIRED),
    ],
)
def test_how_a_title_stands_on_a_day(title, today, standing):
    assert naming.standing(title, today) == standing


def test_terms_join_without_a_gap_or_a_double_day():
    day = date(2020, 2, 29)
    for _no in range(400):
        last = naming.last_day(day, 12)
        assert naming.next_term(last) == last + timedelta(1) and last > day
        day += timedelta(7)


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2022, 12, 25), R.RENEW_EARLY),
        (date(2022, 12, 26), None),
        (date(2023, 2, 14), None),
        (date(2023, 2, 15), R.RENEW_LATE),
        (date(2023, 2, 25), R.NOT_HELD),
    ],
)
def test_a_renewal_is_asked_for_sixty_to_ten_days_before_the_end(today, code):
    assert naming.refusal_to_renew(title=HELD, terms=TERMS, has_open=False, today=today) == code


@pytest.mark.parametrize(
    ("standing", "ground", "reply", "is_open", "code"),
    [
        (Standing.HELD, "police", "some", False, None),
        (Standing.HELD, "police", "none", False, R.TIP_ONLY),
        (Standing.HELD, "police", "", False, R.TIP_ONLY),
        (Standing.HELD, "no_check", "", False, None),
        (Standing.HELD, "mood", "some", False, R.NOT_A_GROUND),
        (Standing.SUSPENDED, "no_check", "", True, R.REVOKING),
        (Standing.EXPIRED, "no_check", "", False, R.NOT_HELD),
    ],
)
def test_a_tip_alone_revokes_nothing(standing, ground, reply, is_open, code):
    facts = {"standing": standing, "ground": ground, "reply": reply, "is_open": is_open}
    assert revoking.refusal_to_tell(**facts, grounds=[str(one) for one in Ground]) == code


@pytest.mark.parametrize(
    ("name", "prefix", "terms", "code"),
    [
        ("零酒驾", "平创驾", TERMS, None),
        (" ", "平创驾", TERMS, R.NO_NAME),
        ("零酒驾", " ", TERMS, R.NO_PREFIX),
        ("零酒驾", "平创驾", Terms(months=0), R.TERMS_WRONG),
        ("零酒驾", "平创驾", Terms(share=101), R.TERMS_WRONG),
        ("零酒驾", "平创驾", Terms(renew_from=10, renew_to=10), R.TERMS_WRONG),
    ],
)
def test_what_a_scheme_needs(name, prefix, terms, code):
    assert scheme.refusal_to_draft(name=name, prefix=prefix, terms=terms) == code
