"""The chain: whatever is changed, left out, put in or cut off is found, and only that."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.signing.adapters import sm3
from sanshe.core.signing.enums import Fault, Grade, R
from sanshe.core.signing.rules import chain as rules
from sanshe.core.signing.rules.entry import refusal_to_enter
from sanshe.core.signing.types import Entry, Kept, Link, Proof

NOON = datetime(2022, 2, 16, 4, tzinfo=UTC)
ONE = UUID(int=1)
TEXT = "我承诺不酒后驾车。".encode()


def chain(n):
    made, head = [], rules.EMPTY
    for number in range(1, n + 1):
        person = (f"salt {number}", f"人{number}", "")
        link = Link(
            chain=ONE, number=number, previous=head, grade=Grade.OWN_PHONE, sha256=fingerprint_bytes(TEXT),
            sm3=sm3(TEXT), variant="", signer=rules.signer(salt=person[0], person=person[1:]), signed_at=NOON,
            received_at=NOON, proof="",
        )  # fmt: skip
        head = rules.digest(link)
        made.append(Kept(link, head, person, TEXT))
    return made, head


def faults(kept, n, head):
    return [fault for _number, fault in rules.check(kept, length=n, head=head).faults]


def test_sm3_is_that_of_the_standard():
    """GB/T 32905-2016, example 1."""
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


@given(st.integers(0, 12))
def test_an_untouched_chain_holds(n):
    kept, head = chain(n)
    found = rules.check(kept, length=n, head=head)
    assert found.holds
    assert (found.links, found.head) == (n, head)


@given(st.integers(2, 8), st.data())
def test_what_is_left_out_is_found(n, data):
    kept, head = chain(n)
    gone = data.draw(st.integers(0, n - 1))
    found = faults(kept[:gone] + kept[gone + 1 :], n, head)
    assert found == ([Fault.CUT] if gone == n - 1 else [Fault.MISSING])


@given(st.integers(1, 8), st.data())
def test_a_changed_link_is_found_where_it_stands(n, data):
    kept, head = chain(n)
    at = data.draw(st.integers(0, n - 1))
    kept[at] = replace(kept[at], link=replace(kept[at].link, signed_at=NOON + timedelta(microseconds=1)))
    assert rules.check(kept, length=n, head=head).faults == ((at + 1, Fault.ALTERED),)


def test_a_changed_link_with_a_new_digest_no_longer_joins_the_next():
    kept, head = chain(3)
    link = replace(kept[1].link, grade=Grade.WITNESSED)
    kept[1] = replace(kept[1], link=link, digest=rules.digest(link))
    assert faults(kept, 3, head) == [Fault.UNLINKED]
    last = replace(kept[2].link, previous=kept[1].digest)
    kept[2] = replace(kept[2], link=last, digest=rules.digest(last))
    assert faults(kept, 3, head) == [Fault.CUT]


def test_links_in_another_order_are_found():
    kept, head = chain(3)
    assert Fault.UNLINKED in faults([kept[1], kept[0], kept[2]], 3, head) or faults(
        [kept[1], kept[0], kept[2]], 3, head
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [({"person": ("salt 1", "别人", "")}, Fault.OTHER_SIGNER), ({"text": b"another"}, Fault.OTHER_TEXT)],
)
def test_another_name_or_text_beside_a_link_is_found(change, fault):
    kept, head = chain(2)
    kept[0] = replace(kept[0], **change)
    assert rules.check(kept, length=2, head=head).faults == ((1, fault),)


def test_a_destroyed_name_and_text_leave_the_chain_whole():
    kept, head = chain(2)
    kept[0] = replace(kept[0], person=None, text=None)
    assert rules.check(kept, length=2, head=head).holds


OWN = Entry(
    grade=Grade.OWN_PHONE, text="x", name="赵德山", phone="13800000000", signed_at=NOON, area_path="140213",
    keep_until=NOON.date(), proof=Proof(code=ONE),
)  # fmt: skip
PAPER = replace(OWN, grade=Grade.WITNESSED, phone="", proof=Proof(witness="田晓红", paper="ab"))


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (OWN, None),
        (PAPER, None),
        (replace(OWN, text=" "), R.NO_TEXT),
        (replace(OWN, name=" "), R.NO_NAME),
        (replace(OWN, proof=Proof()), R.NO_PROOF),
        (replace(OWN, phone=" "), R.NO_PROOF),
        (replace(PAPER, proof=Proof(paper="ab")), R.NO_PROOF),
        (replace(PAPER, proof=Proof(witness="田晓红")), R.NO_PROOF),
        (replace(OWN, grade=Grade.OWN_KEY), R.NO_PROOF),
    ],
)
def test_a_signature_has_text_name_and_what_it_rests_on(entry, code):
    assert refusal_to_enter(entry, at=NOON) == code


def test_nothing_is_signed_in_the_future():
    assert refusal_to_enter(OWN, at=NOON - timedelta(microseconds=1)) == R.NOT_YET
