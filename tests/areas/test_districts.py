"""Several districts in one house: which of them a page is about, the choice, the command line."""

import json

import pytest

from sanshe.config import setup
from sanshe.core.accounts import management
from sanshe.core.areas import actions, queries
from sanshe.core.figures import management as figures
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.areas import district_path
from sanshe.core.kit.refused import Refused
from tests.notices.test_actions import outside, published, texts

__all__ = ["outside", "texts"]
EAST, WEST = "140213", "140214"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (EAST, "district", "平城区", "140200"),
    ("140213050", "subdistrict", "永泰街道", EAST),
    (WEST, "district", "云冈区", "140200"),
    ("140214029", "subdistrict", "西花园街道", WEST),
]


@pytest.fixture
def two(db, at):
    actions.load(lines=LINES, by=SYSTEM, at=at("2021-12-01 09:00"))


@pytest.fixture
def one(db, at):
    actions.load(lines=LINES[:3], by=SYSTEM, at=at("2021-12-01 09:00"))


def about(who, place="", chosen=""):
    return set(queries.districts_for(who, place, chosen))


def test_a_page_is_about_its_place_then_ones_own_districts_then_the_one_chosen(two, actor):
    here, city, rep = actor("auditor", EAST), actor("auditor", "1402"), actor("organisation_rep", EAST)
    assert about(here) == about(here, chosen=WEST) == {EAST}
    assert about(here, place="140214029") == {WEST}
    assert about(city) == {EAST, WEST}
    assert about(NOBODY) == about(NOBODY, chosen="140215") == set()
    assert about(NOBODY, chosen=WEST) == about(rep, chosen=WEST) == {WEST}


def test_in_one_district_there_is_no_choice(one):
    assert about(NOBODY) == about(NOBODY, chosen=WEST) == {EAST}


def test_a_house_without_areas_is_one_place_without_a_name(db, actor):
    assert queries.districts_for(NOBODY, "", "") == queries.districts_for(actor("auditor"), "", "") == {"": ""}


def test_the_front_of_two_districts_is_a_choice_that_is_remembered(two, visitor, settings):
    page = visitor.get("/").content.decode()
    assert "看哪个区的？" in page and f"/d/{EAST}/" in page and f"/d/{WEST}/" in page
    assert visitor.get("/d/140299/").status_code == 404
    assert visitor.get(f"/d/{WEST}/", follow=True).redirect_chain == [("/", 302)]
    assert "云冈区社区治理" in visitor.get("/").content.decode() and "换一个区" in visitor.get("/").content.decode()
    settings.DISTRICT_HOSTS = {"testserver": EAST}
    assert "平城区社区治理" in visitor.get("/").content.decode()


def test_the_front_of_one_district_is_there_at_once(one, visitor):
    page = visitor.get("/").content.decode()
    assert "平城区社区治理" in page and "看哪个区的？" not in page and "换一个区" not in page


def test_public_notices_are_those_of_the_district_on_pages_and_for_programs(two, visitor, client_as, it_is):
    east, west = published(area_path=EAST, title="东边的公示"), published(area_path=WEST, title="西边的公示")
    it_is("2022-01-18 10:00")
    assert visitor.get("/notices/").status_code == 302 and visitor.get("/api/v1/notices/").json()["rows"] == []
    rows = visitor.get("/api/v1/notices/", {"district": WEST}).json()["rows"]
    assert [row["serial"] for row in rows] == [west.serial]
    visitor.get(f"/d/{EAST}/")
    for address in ("/", "/notices/"):
        page = visitor.get(address).content.decode()
        assert "东边的公示" in page and "西边的公示" not in page
    staff = client_as("auditor", WEST)
    own = staff.get(f"/api/v1/notices/?district={EAST}").json()["rows"]
    assert [row["serial"] for row in own] == [west.serial]
    for address in ("/", "/notices/", f"/notices/?district={EAST}"):
        page = staff.get(address).content.decode()
        assert "西边的公示" in page and "东边的公示" not in page
    assert "平城区社区治理公示" in visitor.get(f"/notices/{east.serial}/").content.decode()
    assert "云冈区社区治理公示" in visitor.get(f"/notices/{west.serial}/").content.decode()


def test_a_command_is_told_for_which_district(two, capsys):
    said = []
    assert figures.figures(said.append) == 2 and "140213 平城区、140214 云冈区" in said[0]
    assert figures.figures(said.append, district="140299") == 2
    assert figures.figures(said.append, district=WEST) == 0 and json.loads(said[-1])["indicators"]
    with pytest.raises(Refused):
        district_path()
    assert district_path(WEST) == WEST


def test_another_district_is_set_up_in_the_same_house(one, tmp_path, settings):
    settings.DATA, settings.KEYS = tmp_path, tmp_path / "keys"
    admin = {"account": "east", "name": "乔志刚", "area": EAST, "site": ""}
    said, path = [], tmp_path / "west.csv"
    assert management.init(said.append, **admin) == 0
    path.write_text("\n".join(",".join(line) for line in (("code", "level", "name", "parent"), *LINES[3:])))
    west = {"account": "west", "name": "罗建新", "area": WEST, "site": ""}
    assert management.init(said.append, **west, steps=setup.steps(path)) == 0
    assert management.init(said.append, **west) == 1
    assert queries.districts() == {EAST: "平城区", WEST: "云冈区"}
