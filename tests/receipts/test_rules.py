"""Which faults pass, and how a write is fingerprinted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.kit import ids
from sanshe.core.receipts import rules
from sanshe.core.receipts.enums import Trouble

PAIRS = st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=5)


@pytest.mark.parametrize(
    ("message", "trouble"),
    [
        ("database is locked", Trouble.BUSY),
        ("database or disk is full", Trouble.FULL),
        ("disk I/O error", Trouble.BUSY),
        ("no such table: x", None),
    ],
)
def test_faults_of_sqlite(message, trouble):
    assert rules.trouble_of_sqlite(message) == trouble


@pytest.mark.parametrize(
    ("state", "trouble"),
    [(None, Trouble.BUSY), ("40001", Trouble.BUSY), ("57P01", Trouble.BUSY), ("53100", Trouble.FULL), ("42P01", None)],
)
def test_faults_of_postgres(state, trouble):
    assert rules.trouble_of_postgres(state) == trouble


def test_an_id_is_a_uuid_or_nothing():
    one = ids.new()
    assert rules.request_id(str(one)) == one
    assert rules.request_id("1; DROP") is None and rules.request_id(None) is None


@given(PAIRS)
def test_the_order_of_fields_does_not_matter(fields):
    assert rules.fingerprint(fields, (), b"") == rules.fingerprint(fields[::-1], (), b"")


@given(PAIRS, st.sampled_from(sorted(rules.NOT_CONTENT)))
def test_what_carries_the_request_is_no_content(fields, name):
    plain = [pair for pair in fields if pair[0] not in rules.NOT_CONTENT]
    assert rules.fingerprint([*plain, (name, "x")], (), b"") == rules.fingerprint(plain, (), b"")


def test_another_value_or_file_is_another_fingerprint():
    found = {
        rules.fingerprint([("a", "1")], (), b""),
        rules.fingerprint([("a", "2")], (), b""),
        rules.fingerprint([("a", "1")], [("f", b"x")], b""),
        rules.fingerprint((), (), b"a1"),
    }
    assert len(found) == 4
