"""Every encrypted field is declared; the notice is told from the declarations; keys turn over."""

import pytest

from sanshe.core.accounts.models import User
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy import actions, queries
from sanshe.core.privacy.rules import cipher, keys
from sanshe.core.privacy.types import KeyRing

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn(monkeypatch):
    """Put another ring in use for this test."""

    def turn(ring):
        monkeypatch.setattr(keys, "_source", [lambda: ring])

    return turn


def test_no_encrypted_field_goes_undeclared():
    assert queries.undeclared() == []


def test_what_has_a_time_of_its_own_is_destroyed_by_something():
    assert queries.unpurged() == []


def test_a_field_that_nothing_destroys_is_found(monkeypatch):
    monkeypatch.setattr(queries, "PURGES", [])
    assert "notices.Message.text" in queries.unpurged() and "parties.Organisation.head_name" not in queries.unpurged()


def test_the_notice_names_every_declared_field(visitor):
    page = visitor.get("/privacy/").content.decode()
    assert all(str(one.label) in page and str(one.purpose) in page for one in queries.PERSONAL)


def test_a_value_is_stored_encrypted_and_found_by_its_index(user_as):
    user = user_as(name="梁晓芸")
    stored = queries.raw(User, User._meta.get_field("phone")).values_list("raw", flat=True).get()
    assert stored.startswith("v1:") and user.phone not in stored
    assert User.objects.get(phone_blind=queries.blind_phone(user.phone)).name == "梁晓芸"


def test_an_encrypted_field_cannot_be_searched(user_as):
    with pytest.raises(TypeError, match="blind index"):
        User.objects.filter(phone="13800000000").exists()


def test_rekeying_writes_everything_with_the_new_key(user_as, turn):
    phones = [user_as(name="梁晓芸").phone for _ in range(3)]
    old = keys.ring()
    turn(KeyRing(old.keys | {"new": cipher.new_key()}, old.blind))
    assert actions.rekey() >= 6 and actions.rekey() == 0
    turn(KeyRing({"new": keys.ring().keys["new"]}, old.blind))
    assert sorted(u.phone for u in User.objects.all()) == sorted(phones)


def test_lost_keys_are_noticed(user_as, turn):
    user_as(name="梁晓芸")
    assert queries.faults() == []
    turn(cipher.new_ring())
    assert {fault.code for fault in queries.faults()} == {"privacy.unknown_key"}
    with pytest.raises(Refused, match="unknown_key"):
        User.objects.get()


def test_new_keys_are_not_made_beside_data(user_as, settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    user_as()
    with pytest.raises(Refused, match="data_exists"):
        actions.make_keys()
