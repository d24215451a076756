"""Tokens of Chinese text, readings, numbers, and what a query asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.search import adapters, rules
from sanshe.core.search.types import Term


def test_chinese_becomes_pairs_and_the_last_character():
    assert rules.grams("老人助餐 03-028") == "老人 人助 助餐 餐 03 028"


def test_full_width_and_capitals_do_not_matter():
    assert rules.grams("ＡＢ１") == rules.grams("ab1") == "ab1"


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("灯", (Term(("灯",), True),)),
        ("路灯坏", (Term(("路灯", "灯坏")),)),
        ("Nuan 028", (Term(("nuan",), True), Term(("028",), True))),
        ("，。!\"'*", ()),
        ("", ()),
    ],
)
def test_what_a_query_asks_for(asked, terms):
    assert rules.terms(asked) == terms


def test_a_query_is_cut_to_what_one_types():
    assert len(rules.terms("a " * 500)) == 6 and len(rules.terms("灯" * 500)[0].tokens) == 59


@given(st.text(alphabet="灯路老人a1 ，", min_size=1, max_size=30), st.data())
def test_every_part_of_a_chinese_run_is_a_phrase_of_its_pairs(text, data):
    run = data.draw(st.sampled_from([r for r in rules.runs(text) if rules.is_han(r)] or ["灯"]))
    a = data.draw(st.integers(0, len(run) - 1))
    part = run[a : data.draw(st.integers(a + 1, len(run)))]
    (term,) = rules.terms(part)
    tokens = rules.grams(run).split()
    ends = [tokens[i : i + len(term.tokens)] for i in range(len(tokens))]
    hits = [token.startswith(part) for token in tokens] if term.is_prefix else [list(term.tokens) == e for e in ends]
    assert any(hits)


def test_a_title_is_found_by_readings_initials_and_from_the_middle():
    tokens = rules.spelled(adapters.readings("暖阳助老"), "暖阳助老").split()
    assert {"nuanyangzhulao", "yangzhulao", "nyzl", "zl", "lao"} <= set(tokens)


def test_a_surname_is_found_by_both_readings():
    tokens = rules.spelled(adapters.readings("单家巷"), "").split()
    assert "danjiaxiang" in tokens and "shanjiaxiang" in tokens


def test_a_number_is_found_by_its_tail():
    tokens = rules.spelled((), "52140213MJX300176F 03-028").split()
    assert "300176f" in tokens and "028" in tokens and "28" in tokens


def test_what_was_asked_for_is_marked_in_the_title():
    assert rules.pieces("暖阳小区", "暖阳") == (("暖阳", True), ("小区", False))
    assert rules.pieces("暖阳小区", "nuanyang") == (("暖阳小区", False),)


@given(st.text(max_size=40), st.text(max_size=10))
def test_the_pieces_are_the_title(title, asked):
    assert "".join(text for text, _ in rules.pieces(title, asked)) == title


@given(st.text(max_size=80))
def test_no_query_can_break_out_of_the_language_of_the_database(text):
    words = adapters.fts5(rules.terms(text)).replace('"', "").replace("*", "").replace(" AND ", " ").split()
    assert all(rules.RUN.fullmatch(word) for word in words)
