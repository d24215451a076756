"""Masks, normal forms and the cipher."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy import rules
from sanshe.core.privacy.enums import R
from sanshe.core.privacy.rules import cipher
from sanshe.core.privacy.types import KeyRing

RING = cipher.new_ring()


@pytest.mark.parametrize(
    ("name", "shown"), [("梁晓芸", "梁**"), ("郝敏", "郝*"), ("欧阳小明", "欧***"), ("郝", "郝"), ("", "")]
)
def test_a_name_keeps_its_first_character(name, shown):
    assert rules.mask_name(name) == shown


def test_numbers_keep_little():
    assert rules.mask_phone("13800000000") == "138****0000"
    assert rules.mask_phone("110") == "****"
    assert rules.mask_code("140213199001011234") == "1402****34"
    assert rules.mask_account("6222020000001234567") == "****4567"
    assert rules.MASKS["hidden"]("x" * 40) == "****"


@given(st.sampled_from([rules.mask_phone, rules.mask_code, rules.mask_account]), st.text("0123456789", min_size=1))
def test_a_mask_never_shows_the_whole(mask, text):
    assert text not in mask(text)


@given(st.text())
def test_what_is_sealed_opens_again(text):
    assert cipher.unseal(RING, cipher.seal(RING, text, "a.b"), "a.b") == text


def test_the_same_text_is_never_stored_twice_alike():
    assert cipher.seal(RING, "梁晓芸", "a.b") != cipher.seal(RING, "梁晓芸", "a.b")


@pytest.mark.parametrize("spoil", [lambda s: s[:-4] + "AAA=", lambda s: "plain", lambda s: s.replace("v1", "v2")])
def test_a_changed_value_does_not_open(spoil):
    with pytest.raises(Refused) as refused:
        cipher.unseal(RING, spoil(cipher.seal(RING, "13800000000", "a.b")), "a.b")
    assert refused.value.code == R.SPOILT


def test_a_value_moved_to_another_field_does_not_open():
    with pytest.raises(Refused, match="spoilt"):
        cipher.unseal(RING, cipher.seal(RING, "x", "a.b"), "a.c")


def test_a_new_key_writes_and_the_old_one_reads():
    ring = KeyRing(RING.keys | {"new": cipher.new_key()}, RING.blind)
    assert cipher.unseal(ring, cipher.seal(RING, "x", "a.b"), "a.b") == "x"
    with pytest.raises(Refused, match="unknown_key"):
        cipher.unseal(RING, cipher.seal(ring, "x", "a.b"), "a.b")


def test_the_index_needs_its_key():
    assert cipher.blind(RING, "13800000000") == cipher.blind(RING, "13800000000")
    assert cipher.blind(RING, "13800000000") != cipher.blind(cipher.new_ring(), "13800000000")
    assert cipher.blind(RING, "") == ""


def test_keys_are_not_printed():
    assert str(list(RING.keys.values())[0]) not in repr(RING)
