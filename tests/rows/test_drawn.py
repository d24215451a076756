"""Marks: what a form says of the rows its page showed."""

from uuid import UUID, uuid4

import pytest

from sanshe.core.rows import adapters, rules
from sanshe.core.rows.queries import versioned
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


def many(n):
    return " ".join(adapters.sign(Mark("patrol.visit", UUID(int=one), 1)) for one in range(n))


def test_a_row_is_asked_of_once_however_often_a_form_says_it():
    assert adapters.read(f"{adapters.sign(ONE)} {adapters.sign(TWO)} {adapters.sign(ONE)}") == [ONE, TWO]


@pytest.mark.parametrize("text", [many(rules.MOST_MARKS + 1), "a " * 1_000_000, "x" * (rules.MOST_TEXT + 1)])
def test_more_than_any_page_shows_is_none_and_no_seal_is_looked_at(text, monkeypatch):
    monkeypatch.setattr(adapters, "_seal", lambda said: pytest.fail("a seal was looked at"))
    assert adapters.read(text) == []


def test_as_many_marks_as_a_form_may_bring_have_room():
    longest = max(versioned(), key=len)
    text = " ".join(adapters.sign(Mark(longest, uuid4(), 999_999)) for _ in range(rules.MOST_MARKS))
    assert len(adapters.read(text)) == rules.MOST_MARKS


@pytest.mark.django_db
def test_an_address_that_asks_for_no_mark_looks_at_none(client, monkeypatch):
    monkeypatch.setattr(adapters, "read", lambda text: pytest.fail("marks were read"))
    sent = {"theme": "dark", "drawn": adapters.sign(ONE), "_request_id": str(uuid4())}
    assert client.post("/ui/preferences/", sent).status_code == 302


def test_a_row_in_the_address_asks_for_a_mark():
    def face():
        return None

    assert rules.names_its_page(face, ["x", uuid4()]) and not rules.names_its_page(face, ["x", 3])
    assert not rules.names_its_page(rules.from_any_page(face), [uuid4()])
