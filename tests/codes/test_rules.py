"""Tokens, and the one word of a code on a day."""

from datetime import date, timedelta
from math import log2

import pytest

from sanshe.core.codes import rules
from sanshe.core.codes.adapters import new_token
from sanshe.core.codes.enums import CodeState as S
from sanshe.core.codes.enums import R
from sanshe.core.codes.enums import Standing as W

FIRST, LAST = date(2022, 2, 25), date(2023, 2, 24)
DAY = timedelta(days=1)


def standing(today, state=S.VALID, to=LAST):
    return rules.standing(state=state, valid_from=FIRST, valid_to=to, today=today)


def test_a_token_is_beyond_guessing_and_nobody_reads_one_letter_for_another():
    assert rules.LENGTH * log2(len(set(rules.ALPHABET))) >= 128
    assert not set(rules.ALPHABET) & set("0o1il")
    made = {new_token() for _ in range(200)}
    assert len(made) == 200 and all(len(one) == rules.LENGTH and set(one) <= set(rules.ALPHABET) for one in made)
    assert set("".join(made)) == set(rules.ALPHABET)


def test_a_token_is_read_as_it_was_copied_from_paper():
    token = new_token()
    assert rules.read(rules.grouped(token).upper()) == rules.read(f" {token}\n") == token
    assert rules.read("ab/../c\x00-d") == "abcd"


@pytest.mark.parametrize(
    ("today", "word"), [(FIRST - DAY, W.TO_COME), (FIRST, W.VALID), (LAST, W.VALID), (LAST + DAY, W.ENDED)]
)
def test_the_first_and_the_last_day_count(today, word):
    assert standing(today) == word


def test_a_code_without_a_last_day_does_not_end():
    assert standing(date(2099, 1, 1), to=None) == W.VALID


@pytest.mark.parametrize(("state", "word"), [(S.ENDED, W.ENDED), (S.REVOKED, W.REVOKED), (S.REPLACED, W.REPLACED)])
def test_what_was_done_by_hand_stays_before_and_behind_the_term(state, word):
    assert {standing(day, state) for day in (FIRST - DAY, FIRST, LAST + DAY)} == {word}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, None),
        ({"state": S.ENDED}, R.NOT_VALID),
        ({"state": S.REVOKED}, R.NOT_VALID),
        ({"is_asked": True}, R.ASKED_ALREADY),
        ({"reason": " \n"}, R.NO_REASON),
    ],
)
def test_what_may_be_changed(facts, code):
    assert rules.refusal_to_change(**{"state": S.VALID, "is_asked": False, "reason": "纸丢了", **facts}) == code


def test_only_what_was_asked_for_is_decided():
    assert rules.refusal_to_decide(asked="revoke") is None
    assert rules.refusal_to_decide(asked="") == R.NOTHING_ASKED
