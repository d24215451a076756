"""The find box's page, with the kinds that are really there."""

import pytest

from sanshe.core.areas import actions as areas
from sanshe.core.areas import adapters
from sanshe.core.kit.access import SYSTEM
from sanshe.core.parties import actions as parties
from sanshe.core.search.actions import rebuild


@pytest.fixture
def district(db, at):
    areas.load(lines=adapters.read(adapters.DEMO), by=SYSTEM, at=at("2021-12-01 09:00"))


@pytest.fixture
def register(district, at):
    def make(name, **fields):
        given = {
            "registration": "none",
            "kind": "forming",
            "area_path": "140213050001",
            "head_name": "梁晓芸",
            **fields,
        }
        return parties.register_organisation(name=name, by=SYSTEM, at=at("2021-12-01 09:00"), **given)

    return make


def page(client, asked):
    return client.get("/search/", {"q": asked}).content.decode()


def test_an_organisation_and_a_place_on_one_page(register, client_as):
    one = register("康吉暖阳互助社")
    text = page(client_as("bureau_officer"), "康吉")
    assert f"/parties/{one.pk}/" in text and "/areas/140213050001/" in text and "<mark>康吉</mark>" in text


def test_by_pinyin(register, client_as):
    one = register("康吉暖阳互助社")
    assert f"/parties/{one.pk}/" in page(client_as("community_worker", "140213050"), "kangji")


def test_a_new_name_is_found_at_once(register, client_as, at):
    one = register("康吉暖阳互助社")
    parties.update_organisation(organisation=one, version=1, by=SYSTEM, at=at("2022-01-05 09:00"), name="晴川社")
    assert str(one.pk) in page(client_as("bureau_officer"), "晴川")


def test_another_area_finds_nothing(register, client_as):
    one = register("康吉暖阳互助社")
    for path in ("140214", "140213051"):
        assert str(one.pk) not in page(client_as("bureau_officer", path), "暖阳")


def test_people_are_not_found_by_name(register, client_as):
    one = register("康吉暖阳互助社")
    assert str(one.pk) not in page(client_as("bureau_officer"), "梁晓芸")


def test_nothing_found_says_what_to_do(district, client_as):
    assert "换一个字" in page(client_as("bureau_officer"), "查无此物")
    assert "换一个字" not in page(client_as("bureau_officer"), "")


def test_a_panelist_finds_nothing(register, client_as):
    register("康吉暖阳互助社")
    assert "<mark>" not in page(client_as("panelist"), "康吉")


def test_who_is_no_staff_has_no_find_box(district, client_as, visitor):
    assert client_as().get("/search/?q=康").status_code == 403
    assert visitor.get("/search/?q=康").status_code == 302


def test_the_index_is_whole(register):
    register("康吉暖阳互助社")
    assert rebuild() == 494 + 1
