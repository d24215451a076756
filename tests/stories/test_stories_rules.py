"""What a sentence needs, and what publishing asks."""

from itertools import permutations

import pytest

from sanshe.stories import rules
from sanshe.stories.enums import Basis, LeadState, R, State, Trait
from sanshe.stories.types import Ready, Said, Tally
from tests.stories.world import DONE


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said("他说。"), None),
        (Said(" "), R.NO_TEXT),
        (Said("他说。", Basis.FEELING), None),
        (Said("他说。", Basis.EVENT), R.NO_CASE),
        (Said("他说。", Basis.EVENT, DONE), R.NO_EVENT),
        (Said("他说。", Basis.EVENT, DONE, "收到"), None),
        (Said("他说。", Basis.SOURCES, sources="收据"), R.ONE_SOURCE),
        (Said("他说。", Basis.SOURCES, sources="收据，收据"), R.ONE_SOURCE),
        (Said("他说。", Basis.SOURCES, sources="收据、社工"), None),
    ],
)
def test_a_sentence_of_fact_has_an_event_or_two_sources(said, code):
    assert rules.refusal_to_write(said) == code


def test_what_was_left_out_counts_nowhere_and_what_has_no_source_is_named():
    rows = [(1, Basis.EVENT, False), (2, Basis.NONE, False), (3, Basis.SOURCES, True), (4, Basis.FEELING, False)]
    for several in permutations(rows):
        found = rules.tally(several)
        assert (found.events, found.sources, found.feelings, found.bare, found.omitted) == (1, 0, 1, (2,), 1)
        assert found.whole + found.omitted == 4
    assert rules.refusal_to_check(found) == R.NO_SOURCE
    assert rules.refusal_to_check(Tally(events=1)) is None
    assert rules.refusal_to_check(Tally(omitted=3)) == R.NO_TEXT


def test_nothing_is_written_before_the_teller_agreed():
    assert [one for one in LeadState if rules.refusal_to_begin(one) is None] == [LeadState.WILLING]
    assert rules.refusal_to_propose(title=" ", teller="韩春梅") == R.NO_TITLE
    assert rules.refusal_to_propose(title="夜", teller=" ") == R.NO_TELLER


def test_all_five_traits_are_looked_for():
    looked = dict.fromkeys(Trait, "全文没有")
    assert rules.refusal_to_mask(looked) is None
    for one in Trait:
        assert rules.refusal_to_mask({**looked, one: " "}) == R.NOT_LOOKED


def test_publishing_says_what_is_missing_in_one_order():
    full = {"bare": (14,), "missing": (("灯的那一户", "photo"),), "open_cases": ("220208-009",)}
    codes = []
    for name in ("bare", "missing", "open_cases"):
        codes.append(rules.refusal_to_publish(Ready(State.REVIEWED, **full)))
        full.pop(name)
    assert codes == [R.NO_SOURCE, R.CONSENT_MISSING, R.CASE_OPEN]
    for state in State:
        assert (rules.refusal_to_publish(Ready(state)) is None) == (state == State.REVIEWED)


def test_a_correction_changes_a_sentence_that_stands():
    assert rules.refusal_to_correct(old="三十", new="四十", is_out=False) is None
    assert rules.refusal_to_correct(old="三十", new="三十 ", is_out=False) == R.NO_CHANGE
    assert rules.refusal_to_correct(old="三十", new=" ", is_out=False) == R.NO_TEXT
    assert rules.refusal_to_correct(old="三十", new="四十", is_out=True) == R.NO_TEXT
