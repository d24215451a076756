"""Sheets through the API in mid-session: one's own only, kept, sealed once, a clash kept beside it."""

from uuid import uuid4

import pytest

from sanshe.incubation.models import Batch, Sheet, SheetClash, Slot
from tests.contract import told as said

pytestmark = pytest.mark.django_db
UNTIL = "0114b"
WHEN = "2022-01-14 12:02"
FULL = {"1": 20, "2": 18, "3": 17, "4": 16, "5": 15}


@pytest.fixture
def b(told):
    return Batch.objects.get(no=3).pk


@pytest.fixture
def slot(told):
    """Who is on stage."""
    return Slot.objects.select_related("application").get(place=17)


def asked(sheet, marks=FULL, **more):
    return {"sheet": str(sheet), "marks": marks, **more}


@pytest.fixture
def send(b, slot):
    def send(browser, method, body, act="", **more):
        path = f"/api/v1/batches/{b}/sheets/{slot.application_id}/{act}"
        return getattr(browser, method)(path, body, content_type="application/json", **more)

    return send


def test_a_member_reads_their_own_sheets_and_of_what_is_shut_only_the_name(as_person, b, slot):
    found = said(as_person("han", WHEN).get(f"/api/v1/batches/{b}/sheets/"))
    shut = next(one for one in found["turns"] if one["application"] == str(slot.application_id))
    assert shut == {**shut, "state": "recused", "place": None, "sheet": None}
    mine = [one["sheet"]["sheet"] for one in found["turns"] if one["sheet"]]
    assert mine and set(Sheet.objects.filter(pk__in=mine).values_list("panelist__name", flat=True)) == {"韩雨桐"}


@pytest.mark.parametrize("key", ["liang", "hao", "qiao"])
def test_nobody_else_reads_a_sheet(as_person, b, key):
    assert as_person(key, WHEN).get(f"/api/v1/batches/{b}/sheets/").status_code == 403


def test_a_member_of_no_panel_finds_no_batch(client_as, b, it_is):
    it_is(WHEN)
    panelist = client_as("panelist")
    there, nowhere = (panelist.get(f"/api/v1/batches/{one}/sheets/") for one in (b, uuid4()))
    assert (there.status_code, there.content) == (404, nowhere.content)


def test_a_sheet_is_kept_as_typed_and_sealed_once(as_person, send):
    jin, sheet = as_person("jin", WHEN), uuid4()
    half = said(send(jin, "put", asked(sheet, {"1": 20}, comment="写了一半", noted_at="2022-01-14T12:00:00+08:00")))
    assert (half["marks"]["1"], half["marks"]["2"], half["total"], half["state"]) == (20, None, None, "draft")
    first, again = (said(send(jin, "post", asked(sheet), "seal/")) for _ in range(2))
    assert first == again and (first["total"], first["state"], len(first["seal"])) == (86, "sealed", 64)
    assert said(send(jin, "put", asked(sheet)))["code"] == "incubation.score.is_sealed"


def test_another_content_under_a_sealed_sheet_is_refused_and_kept_beside_it(as_person, send):
    jin, sheet = as_person("jin", WHEN), uuid4()
    send(jin, "post", asked(sheet), "seal/")
    for _ in range(2):
        answer = send(jin, "post", asked(sheet, FULL | {"1": 1}), "seal/")
        assert (answer.status_code, said(answer)["code"]) == (409, "incubation.score.other_content")
    assert SheetClash.objects.get().sent["marks"]["1"] == 1
    assert Sheet.objects.get(pk=sheet).total == 86


def test_a_repeated_request_gets_the_first_answer(as_person, send):
    jin, once = as_person("jin", WHEN), {"X-Request-Id": str(uuid4())}
    body = asked(uuid4())
    first, again = (send(jin, "put", body, headers=once) for _ in range(2))
    assert said(first) == said(again) and again["X-Repeated"] == "1" and said(first)["version"] == 2
    other = send(jin, "put", {**body, "comment": "x"}, headers=once)
    assert (other.status_code, said(other)["code"]) == (409, "receipts.other_content")


def test_without_a_request_id_nothing_is_written(as_person, send):
    answer = send(as_person("jin", WHEN), "put", asked(uuid4()), without_request_id=True)
    assert (answer.status_code, said(answer)["code"]) == (400, "receipts.no_id")


@pytest.mark.parametrize(
    ("who", "marks", "code"),
    [
        ("han", FULL, "incubation.score.recused"),
        ("jin", {"1": 20}, "incubation.score.not_scored"),
        ("jin", {**FULL, "6": 1}, "incubation.score.other_criteria"),
        ("jin", {**FULL, "1": 99}, "incubation.score.off_scale"),
    ],
)
def test_what_the_rules_refuse_is_refused(as_person, send, who, marks, code):
    sheet = uuid4()
    answer = send(as_person(who, WHEN), "post", asked(sheet, marks), "seal/")
    assert (answer.status_code, said(answer)["code"]) == (409, code) and not Sheet.objects.filter(pk=sheet).exists()


@pytest.mark.parametrize("marks", [{"1": "20"}, {"1": True}, {"first": 1}, {"1": 2.5}])
def test_marks_are_whole_numbers(as_person, send, marks):
    answer = send(as_person("jin", WHEN), "put", asked(uuid4(), marks))
    assert (answer.status_code, said(answer)["code"]) == (422, "api.invalid") and "marks" in said(answer)["detail"]


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_of_sheets_asks_as_little_however_many(as_person, b, n, django_assert_num_queries):
    slots = Slot.objects.filter(panel__batch=b)
    slots.filter(place__gt=n).delete()
    jin = as_person("jin", WHEN)
    jin.get(f"/api/v1/batches/{b}/sheets/")
    with django_assert_num_queries(8):
        jin.get(f"/api/v1/batches/{b}/sheets/")
