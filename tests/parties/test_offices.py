"""Offices: whose name and numbers stand on papers; pages, places, districts."""

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.areas import actions as areas
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions, queries
from sanshe.core.parties.enums import E, R, Side
from sanshe.core.parties.models import Office
from sanshe.core.parties.rules.office import refusal_of_office
from tests.areas.test_districts import EAST, LINES, WEST
from tests.offices import an_office

pytestmark = pytest.mark.django_db
GIVEN = {"name": "区民政局社会组织股", "side": "approves", "area_path": EAST, "letters": "ms"}
GIVEN |= {"number_prefix": "民社", "short_prefix": "民", "phone": "0352-1", "address": "二楼", "hours": "工作日"}
REACHED = {"phone": "0352-2", "address": "三楼", "hours": "天天", "operator": None, "masthead": ""}


@pytest.fixture(autouse=True)
def two(at):
    areas.load(lines=LINES, by=SYSTEM, at=at("2021-12-01 09:00"))


@pytest.fixture
def now(at):
    return {"by": SYSTEM, "at": at("2022-01-05 10:00")}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, None),
        ({"name": " "}, R.NO_NAME),
        ({"prefixes": ("", "民")}, R.NO_PREFIX),
        ({"prefixes": ("民社", " ")}, R.NO_PREFIX),
        ({"letters": ""}, R.LETTERS_WRONG),
        ({"letters": "MS"}, R.LETTERS_WRONG),
        ({"letters": "ms2"}, R.LETTERS_WRONG),
        ({"letters": "abcdefghi"}, R.LETTERS_WRONG),
    ],
)
def test_what_an_office_needs(more, code):
    assert refusal_of_office(**{"name": "股", "prefixes": ("民社", "民"), "letters": "ms", **more}) == code


def test_an_administrator_enters_and_changes_an_office(client_as):
    admin = client_as("district_admin", EAST)
    assert admin.post("/parties/offices/new/", GIVEN).headers["Location"] == "/parties/offices/"
    made = Office.objects.get()
    assert "区民政局社会组织股" in admin.get("/parties/offices/").content.decode()
    sent = {
        **REACHED,
        "operator": "",
        "name": "区民政局社管股",
        "version": "1",
        "number_prefix": "别的",
        "letters": "xx",
    }
    assert admin.post(f"/parties/offices/{made.pk}/", sent).status_code == 302
    made.refresh_from_db()
    assert (made.name, made.former_name, made.phone) == ("区民政局社管股", "区民政局社会组织股", "0352-2")
    assert (made.number_prefix, made.letters) == ("民社", "ms")
    assert "原区民政局社会组织股" in admin.get("/parties/offices/").content.decode()
    told = list(AuditEvent.objects.filter(kind="parties.office").order_by("pk").values_list("event", "area_path"))
    assert told == [(E.OFFICE_OPENED, EAST), (E.OFFICE_CHANGED, EAST)]


def test_two_at_one_office_the_second_reads_it_again(client_as):
    admin, made = client_as("district_admin", EAST), an_office(EAST)
    sent = {**REACHED, "operator": "", "name": "甲", "version": "1"}
    admin.post(f"/parties/offices/{made.pk}/", sent)
    answer = admin.post(f"/parties/offices/{made.pk}/", {**sent, "name": "乙"})
    assert (answer.status_code, Office.objects.get().name) == (409, "甲")
    assert "现在是：甲" in answer.content.decode() and 'value="乙"' in answer.content.decode()


def test_what_is_wrong_is_said_at_its_field(client_as):
    admin = client_as("district_admin", EAST)
    an_office(WEST, letters="ms")
    page = admin.post("/parties/offices/new/", GIVEN)
    assert page.status_code == 422 and "这个代号别的单位在用" in page.content.decode()
    page = admin.post("/parties/offices/new/", {**GIVEN, "letters": "mz", "operator": "91140213MA0K000000"})
    assert page.status_code == 422 and "没有用这个代码登记的组织" in page.content.decode()
    page = admin.post("/parties/offices/new/", {**GIVEN, "letters": "mz", "area_path": WEST})
    assert page.status_code == 422 and Office.objects.filter(letters="mz").count() == 0


def test_an_office_of_another_district_is_missing_and_cannot_be_entered(client_as, actor, now):
    west, admin = an_office(WEST, name="云冈的单位"), client_as("district_admin", EAST)
    assert admin.get(f"/parties/offices/{west.pk}/").status_code == 404
    assert "云冈的单位" not in admin.get("/parties/offices/").content.decode()
    mine = actor("district_admin", EAST)
    for act in (
        lambda: actions.open_office(**{**GIVEN, "area_path": WEST, "by": mine, "at": now["at"]}),
        lambda: actions.change_office(office=west, version=1, name="甲", **REACHED, by=mine, at=now["at"]),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == R.NOT_YOUR_AREA
    assert queries.office_names(mine, [str(west.pk)]) == {}


def test_a_place_is_answered_for_by_its_own_office_then_by_the_nearest_above():
    wide = an_office(EAST, Side.APPROVES)
    assert queries.office_for("140213050001", Side.APPROVES) == wide
    near = an_office("140213050", Side.APPROVES)
    an_office("140213051", Side.APPROVES)
    an_office("140213050001", Side.RUNS)
    assert queries.office_for("140213050001", Side.APPROVES) == near
    with pytest.raises(Refused) as refused:
        queries.office_for(WEST, Side.APPROVES)
    assert refused.value.code == R.NO_OFFICE


def test_a_name_and_a_mark_are_of_one_office():
    an_office(EAST, name="甲", letters="jia")
    for more in ({"name": "甲"}, {"letters": "jia"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            an_office(WEST, **more)


def test_public_pages_are_headed_by_what_the_office_says(visitor):
    visitor.get(f"/d/{EAST}/")
    assert "平城区社区治理" in visitor.get("/").content.decode()
    an_office(EAST, masthead="平城家门口")
    an_office(WEST, masthead="云冈家门口")
    page = visitor.get("/").content.decode()
    assert "平城家门口" in page and "云冈家门口" not in page and "平城区社区治理" not in page
