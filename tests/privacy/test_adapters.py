"""The key file: made once, in an empty place only, for its owner only."""

import pytest

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy import actions, adapters
from sanshe.core.privacy.rules import cipher, keys
from sanshe.core.privacy.types import KeyRing


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    settings.KEYS = settings.DATA / "keys"
    return settings.DATA


def test_an_empty_place_gets_keys_on_demand(place):
    ring = adapters.read_ring()
    assert adapters.read_ring() is ring
    assert (place / "keys" / "privacy.json").stat().st_mode & 0o777 == 0o600
    assert len(list((place / "keys").iterdir())) == 1


def test_a_place_with_data_never_does(place):
    place.mkdir()
    (place / "db.sqlite3").touch()
    with pytest.raises(Refused, match="no_keys"):
        adapters.read_ring()


def test_keys_are_never_written_over():
    first = adapters.read_ring()
    with pytest.raises(Refused, match="keys_exist"):
        adapters.write_ring(cipher.new_ring(), fresh=True)
    assert adapters.read_ring() == first


def test_a_new_key_is_seen_at_once_and_the_old_ones_stay():
    old = adapters.read_ring()
    name = actions.add_key()
    assert adapters.read_ring().newest == name
    assert set(adapters.read_ring().keys) == {*old.keys, name}


def test_a_file_may_be_named_instead_of_a_folder(settings, tmp_path):
    settings.KEYS = tmp_path / "ring.json"
    adapters.read_ring()
    assert settings.KEYS.is_file()


def test_the_key_file_is_looked_at_once_a_second_and_at_once_for_a_key_not_known(monkeypatch):
    looked, rings = [], [cipher.new_ring()]
    monkeypatch.setattr(keys, "_source", [lambda: looked.append(1) or rings[-1]])
    monkeypatch.setattr(keys, "_held", [])
    old = cipher.seal(keys.ring(), "一", "a.b")
    assert [keys.opened(old, "a.b") for _ in range(9)] == ["一"] * 9 and len(looked) == 1
    rings.append(KeyRing({**rings[0].keys, "new": cipher.new_key()}, rings[0].blind))
    new = cipher.seal(rings[1], "二", "a.b")
    assert keys.opened(new, "a.b") == "二" and len(looked) == 2
    later = keys.time.monotonic() + keys.SECONDS + 0.1
    monkeypatch.setattr(keys.time, "monotonic", lambda: later)
    assert keys.opened(new, "a.b") == "二" and len(looked) == 3
