"""The key file: made once, in an empty place only, for its owner only."""

import pytest

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy import actions, adapters
from sanshe.core.privacy.rules import cipher


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
