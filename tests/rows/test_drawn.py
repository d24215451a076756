"""Marks: what a form says of the rows its page showed."""

from uuid import UUID, uuid4

import pytest

from sanshe.core.rows import adapters, rules
from sanshe.core.rows.types import Mark

ONE = Mark("patrol.visit", UUID(int=7), 3)
TWO = Mark("patrol.finding", UUID(int=8), 1)


def test_a_mark_comes_back_as_it_was_signed_and_several_together():
    both = f"{adapters.sign(ONE)} {adapters.sign(TWO)}"
    assert adapters.read(both) == [ONE, TWO]


@pytest.mark.parametrize("change", [("3:", "4:"), ("visit", "round"), (str(UUID(int=7)), str(UUID(int=9)))])
def test_what_we_did_not_sign_is_no_mark(change):
    assert adapters.read(adapters.sign(ONE).replace(*change)) == []


@pytest.mark.parametrize("text", ["", "x", "::::", "patrol.visit:x:3", f"patrol.visit:{UUID(int=7)}:x"])
def test_what_is_no_mark_is_none(text):
    assert rules.mark_of(text) is None and adapters.read(text) == []


def test_a_row_in_the_address_asks_for_a_mark():
    def face():
        return None

    assert rules.names_its_page(face, ["x", uuid4()]) and not rules.names_its_page(face, ["x", 3])
    assert not rules.names_its_page(rules.from_any_page(face), [uuid4()])
