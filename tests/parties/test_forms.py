"""Entering and changing an organisation on a page: faults at their field, doubles, a clash, nothing personal shown."""

import re

import pytest

from sanshe.core.areas import actions as areas
from sanshe.core.areas import adapters
from sanshe.core.kit.access import SYSTEM
from sanshe.core.parties import actions, rules
from sanshe.core.parties.models import Organisation

BODY = "52140213MJX30017"
CODE = BODY + rules.body_digit(BODY[8:] + "0")
CODE += rules.check_character(CODE)
GIVEN = {"name": "青禾青少年事务中心", "registration": "registered", "credit_code": CODE, "kind": "forming",
         "area_path": "140213050001", "head_name": "梁晓芸", "head_phone": "13800002296"}  # fmt: skip


@pytest.fixture(autouse=True)
def district(db, at):
    areas.load(lines=adapters.read(adapters.DEMO), by=SYSTEM, at=at("2021-12-01 09:00"))


@pytest.fixture
def one(at):
    return actions.register_organisation(**GIVEN, by=SYSTEM, at=at("2021-12-01 09:00"))


@pytest.fixture
def officer(client_as):
    return client_as("bureau_officer")


def test_an_officer_enters_one(officer):
    answer = officer.post("/parties/new/", GIVEN)
    row = Organisation.objects.get()
    assert answer.headers["Location"] == f"/parties/{row.pk}/" and (row.kind, row.head_name) == ("service", "梁晓芸")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"credit_code": CODE[:17]}, "这里写了 17 位"),
        ({"credit_code": CODE[:5] + CODE[6] + CODE[5] + CODE[7:]}, "校验对不上"),
        ({"credit_code": ""}, "这里写了 0 位"),
        ({"registration": "filed", "credit_code": ""}, "请写备案号"),
        ({"area_path": "140214001001"}, "area_path-about"),
        ({"head_phone": "1380013800"}, "电话要写全"),
        ({"contact_phone": "2046688、2046689"}, "电话要写全"),
    ],
)
def test_a_fault_is_said_at_its_field_and_nothing_is_kept(officer, change, said):
    answer = officer.post("/parties/new/", GIVEN | change)
    assert answer.status_code == 422 and said in answer.content.decode() and not Organisation.objects.exists()


@pytest.mark.parametrize(
    "same",
    [
        {"name": GIVEN["name"]},
        {"name": "青禾 青少年事务中心"},
        {"name": "别的", "contact_phone": "13800002296"},
        {"name": "别的", "contact_phone": "138 0000 2296"},
        {"name": "别的", "contact_phone": "+86 138-0000-2296"},
        {"name": "别的", "head_phone": "１３８００００２２９６"},
    ],
)
def test_what_may_be_the_same_is_shown_first(officer, one, same):
    other = GIVEN | {"registration": "none", "credit_code": "", "head_phone": ""} | same
    answer = officer.post("/parties/new/", other)
    assert answer.status_code == 422 and f"/parties/{one.pk}/" in answer.content.decode()
    assert officer.post("/parties/new/", other | {"is_another": "1"}).status_code == 302


def test_a_name_is_found_however_its_brackets_and_blanks_were_typed(officer, one, at):
    names = {"registration": "none", "credit_code": "", "head_phone": ""}
    actions.register_organisation(
        **GIVEN | names | {"name": "新风（平城）志愿队"}, by=SYSTEM, at=at("2021-12-02 09:00")
    )
    for typed in ("新风(平城)志愿队", "新风 （平城）志愿队", "（平城）"):
        assert "新风（平城）志愿队" in officer.get("/parties/", {"q": typed}).content.decode()
    assert officer.post("/parties/new/", GIVEN | names | {"name": "新风 (平城)志愿队"}).status_code == 422


def test_the_form_shows_nothing_personal_and_blank_leaves_it(officer, one):
    page = officer.get(f"/parties/{one.pk}/edit/").content.decode()
    assert CODE in page and "梁晓芸" not in page and "13800002296" not in page
    changed = GIVEN | {"head_name": "", "head_phone": "", "address": "永泰街 1 号", "version": 1}
    assert officer.post(f"/parties/{one.pk}/edit/", changed).status_code == 302
    one.refresh_from_db()
    assert (one.head_name, one.address, one.version) == ("梁晓芸", "永泰街 1 号", 2)


def test_two_at_once_is_a_clash(officer, one):
    assert officer.post(f"/parties/{one.pk}/edit/", GIVEN | {"name": "甲", "version": 1}).status_code == 302
    second = officer.post(f"/parties/{one.pk}/edit/", GIVEN | {"name": "乙", "head_phone": "", "version": 1})
    page = second.content.decode()
    assert second.status_code == 409 and Organisation.objects.get().name == "甲"
    assert 'value="乙"' in page and "现在是：甲" in page and "13800002296" not in page
    again = re.search(r'name="version" value="(\d+)"', page)[1]
    assert officer.post(f"/parties/{one.pk}/edit/", GIVEN | {"name": "乙", "version": again}).status_code == 302
    assert Organisation.objects.get().name == "乙"


@pytest.mark.parametrize(("role", "path", "status"), [("auditor", "140213", 403), ("bureau_officer", "140214", 404)])
def test_who_may_not_write(client_as, one, role, path, status):
    assert client_as(role, path).get(f"/parties/{one.pk}/edit/").status_code == status
