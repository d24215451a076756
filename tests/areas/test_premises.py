"""Premises: entered, changed, what became of them, merged, found; key compounds by the day; the sheet; the pages."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.areas import actions, ledgers
from sanshe.core.areas.enums import PremisesKind, PremisesState, R
from sanshe.core.areas.models import Compound, Premises
from sanshe.core.areas.queries import premises as queries
from sanshe.core.areas.types import Door
from sanshe.core.audit.models import AuditEvent
from sanshe.core.imports.types import ImportedRow
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.search.queries import find

pytestmark = pytest.mark.django_db
HERE, NEXT = "140213053006", "140213053015"
LINES = [
    ("140200", "city", "大同市", "140000"),
    ("140213", "district", "平城区", "140200"),
    ("140213053", "subdistrict", "迎宾街道", "140213"),
    (HERE, "community", "明珠社区", "140213053"),
    (NEXT, "community", "和泰社区", "140213053"),
]
DAY = date(2022, 1, 4)


@pytest.fixture
def now(at):
    return {"by": SYSTEM, "at": at("2022-01-05 10:00")}


@pytest.fixture
def yard(now):
    actions.load(lines=LINES, **now)
    return actions.open_compound(area_path=HERE, name="18 号院", **now)


@pytest.fixture
def enter(yard, now):
    def put(*names, compound=yard, kind=PremisesKind.HOUSEHOLD, **more):
        doors = [Door(kind, name, **more) for name in names]
        return actions.enter_premises(compound=compound, doors=doors, on=DAY, why="建底册", **now)

    return put


def acts(event):
    return AuditEvent.objects.filter(event=event)


def test_a_list_of_doors_is_one_act_each_with_its_number_and_place(enter, yard, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        rows = enter(*(f"1 单元 {no}" for no in range(101, 111)))
    assert [row.walk_no for row in rows] == list(range(1, 11)) and rows[0].code == "明珠-0001"
    assert [row.name for row in queries.doors(yard)][:2] == ["1 单元 101", "1 单元 102"]
    assert acts("areas.premises_entered").count() == 1
    assert [one.why for one in queries.changes(rows[3])] == ["建底册"]


def test_a_number_belongs_to_one_door_of_a_community(enter, now):
    enter("临街 9 号", code="明珠-9")
    with pytest.raises(Refused) as no:
        enter("临街 10 号", code="明珠-9")
    assert (no.value.code, no.value.facts["code"]) == (R.PREMISES_CODE_TAKEN, "明珠-9")
    other = actions.open_compound(area_path=NEXT, name="18 号院", **now)
    assert enter("临街 9 号", compound=other, code="明珠-9")[0].area_path == NEXT


def test_a_number_that_is_given_out_passes_by_those_that_are_taken(enter):
    enter("临街 1 号", code="明珠-0001")
    assert enter("临街 2 号")[0].code == "明珠-0002"


def test_two_of_one_number_in_a_list_are_refused_as_a_whole(yard, now):
    doors = [Door(PremisesKind.SHOP, name, "同号") for name in ("临街 1 号", "临街 2 号")]
    with pytest.raises(Refused) as no:
        actions.enter_premises(compound=yard, doors=doors, on=DAY, why="建底册", **now)
    assert no.value.facts["code"] == "同号" and not Premises.objects.exists()


def test_a_compound_has_its_name_once_in_a_community(yard, now):
    with pytest.raises(Refused) as no:
        actions.open_compound(area_path=HERE, name=" 18 号院", **now)
    assert no.value.code == R.COMPOUND_TAKEN
    with pytest.raises(Refused) as no:
        actions.open_compound(area_path="140213053", name="全街", **now)
    assert no.value.code == R.NO_COMMUNITY


def test_what_became_of_a_door_stands_in_its_history(enter, now, at):
    row = enter("4 单元 502")[0]
    first = {"premises": row, "to": PremisesState.MOVED_OUT, "on": DAY, "why": "查无两次"}
    actions.turn_premises(**first, **now)
    back = {"to": PremisesState.LISTED, "on": date(2022, 1, 5), "why": "新住户搬来"}
    actions.turn_premises(premises=row, **back, **now)
    assert [(one.state, one.why) for one in queries.changes(row)][:2] == [
        (PremisesState.LISTED, "新住户搬来"),
        (PremisesState.MOVED_OUT, "查无两次"),
    ]
    assert row.occupied_since == date(2022, 1, 5)
    assert acts("areas.premises_turned").count() == 2


def test_nothing_becomes_merged_but_by_merging(enter, now):
    row = enter("4 单元 502")[0]
    with pytest.raises(Refused) as no:
        actions.turn_premises(premises=row, to=PremisesState.MERGED, on=DAY, why="重复", **now)
    assert no.value.code == "rows.not_now"


def test_a_merged_door_leads_to_the_other_one_and_is_still_found_by_its_number(enter, now, actor, yard):
    one, two, three = enter("4 单元 502", "四单元五楼东", "4-502")
    actions.merge_premises(premises=two, into=one, why="同一户", **now)
    actions.merge_premises(premises=one, into=three, why="同一户", **now)
    two.refresh_from_db()
    assert two.merged_into == one.merged_into == three and queries.merged_codes(three) == [one.code, two.code]
    assert queries.premises_by_code(HERE, two.code) == three
    assert list(queries.doors(yard)) == [three]
    hits = find(actor("community_worker", HERE), two.code).hits
    assert [hit.url for hit in hits if hit.kind == "areas.premises"] == [f"/premises/{three.pk}/"]


def test_merging_is_refused_into_itself_elsewhere_or_what_is_gone(enter, now):
    one, two, three = enter("一", "二", "三")
    other = enter("一", compound=actions.open_compound(area_path=NEXT, name="东院", **now))[0]
    actions.merge_premises(premises=three, into=two, why="同一户", **now)
    for into, code in ((one, R.MERGE_SELF), (other, R.MERGE_FAR), (three, R.MERGE_GONE)):
        with pytest.raises(Refused) as no:
            actions.merge_premises(premises=one, into=into, why="同一户", **now)
        assert no.value.code == code


def test_merged_premises_must_say_into_which(enter):
    row = enter("一")[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Premises.objects.filter(pk=row.pk).update(state=PremisesState.MERGED)


def test_a_key_compound_is_one_from_its_first_to_its_last_day(yard, now):
    one = actions.decide_key(compound=yard, starts_on=date(2021, 11, 20), ground="上一季 3 户", **now)
    with pytest.raises(Refused) as no:
        actions.decide_key(compound=yard, starts_on=DAY, ground="又定", **now)
    assert no.value.code == R.KEY_ALREADY
    actions.end_key(decision=one, ends_on=date(2022, 3, 31), ground="季末", **now)
    days = [date(2021, 11, 19), date(2021, 11, 20), date(2022, 3, 31), date(2022, 4, 1)]
    assert [bool(queries.key_compounds([yard], day)) for day in days] == [False, True, True, False]
    assert actions.decide_key(compound=yard, starts_on=date(2022, 11, 1), ground="新一季", **now)


def test_an_entry_is_changed_as_it_was_read_and_the_number_stays(enter, now):
    row = enter("4 单元 520")[0]
    door = Door(PremisesKind.HOUSEHOLD, "4 单元 502", unit="4", room="502")
    actions.change_premises(premises=row, door=door, **now)
    row.refresh_from_db()
    assert (row.name, row.room, row.code, row.walk_no) == ("4 单元 502", "502", "明珠-0001", 1)
    assert queries.same_door(row.compound, "4单元502") == row


def line(no, **values):
    said = {"community": "明珠", "compound": "18 号院", "kind": "住户", "name": "1 单元 101"}
    return ImportedRow(no, {**said, **values}, {"area": "140213053"})


@pytest.mark.parametrize(
    ("values", "field"),
    [({"community": "睿和"}, "community"), ({"kind": "学校"}, "kind"), ({"compound": " "}, "compound")],
)
def test_a_row_of_the_sheet_is_judged_field_by_field(yard, values, field):
    assert [fault.field for fault in ledgers.check([line(2, **values)])[0].faults] == [field]


def test_a_door_that_is_there_is_a_double(enter, yard):
    row = enter("1 单元 101")[0]
    assert ledgers.check([line(2, name="1单元 101")])[0].duplicate_of == row.code
    assert ledgers.check([line(3, name="别处", code=row.code)])[0].duplicate_of == row.code
    assert not ledgers.check([line(4, name="1 单元 102")])[0].duplicate_of
    assert ledgers.check([line(5, name=" ")])[0].skip


def test_a_sheet_is_for_an_area_that_is_there(client_as, yard):
    worker = client_as("subdistrict_manager", "140213053")
    assert worker.get(f"/ledgers/import/areas.premises/?area={HERE}").status_code == 200
    for area in ("140213053999", "14021305300", "140213"):
        assert worker.get(f"/ledgers/import/areas.premises/?area={area}").status_code == 404


@pytest.mark.parametrize("n", [1, 300])
def test_a_sheet_is_judged_by_three_questions_however_long(enter, n, django_assert_num_queries):
    enter(*(f"{no} 室" for no in range(2, 9)), code="")
    rows = [line(no, name=f"{no}室", code=f"旧 {no}", community=f"明珠{'社区' * (no % 2)}") for no in range(9 - n, 9)]
    ledgers.check(rows)  # the tree that a process keeps is in memory from here on
    with django_assert_num_queries(3):
        said = ledgers.check(rows)
    assert [bool(one.duplicate_of) for one in said] == [row.no >= 2 for row in rows]


def test_a_sheet_opens_the_compounds_it_names_and_says_where_each_row_went(yard, now):
    rows = [line(2), line(3, compound="临街", kind="门店", name="9 号"), line(4, name="1 单元 102", code="旧 7")]
    went = ledgers.apply(rows, **now)
    assert [one.label for one in went] == ["明珠-0001", "明珠-0002", "旧 7"]
    assert Compound.objects.filter(area_path=HERE).count() == 2


def test_a_worker_enters_and_a_manager_decides(client_as, enter, yard, at):
    worker, manager = client_as("community_worker", HERE), client_as("subdistrict_manager", "140213053")
    page = worker.get(f"/premises/compounds/{yard.pk}/new/").content.decode()
    assert "登记一户点位" in page
    said = {"kind": "household", "name": "4 单元 502", "code": "明珠-18-4-502", "unit": "4", "room": "502"}
    assert worker.post(f"/premises/compounds/{yard.pk}/new/", said).status_code == 302
    again = worker.post(f"/premises/compounds/{yard.pk}/new/", {**said, "code": ""})
    assert again.status_code == 422 and "明珠-18-4-502" in again.content.decode()
    row = Premises.objects.get(code="明珠-18-4-502")
    assert worker.get(f"/premises/{row.pk}/state/").status_code == 403
    turned = {"to": "vacant", "on": "2022-01-04", "why": "查无两次"}
    drawn = row.mark
    for on, said in (("0001-01-01", "1949 年以前"), ("2099-01-01", "这一天还没到")):
        slip = manager.post(f"/premises/{row.pk}/state/", {**turned, "on": on})
        assert slip.status_code == 422 and said in slip.content.decode()
    assert manager.post(f"/premises/{row.pk}/state/", turned).status_code == 302
    page = manager.get(f"/premises/{row.pk}/").content.decode()
    assert "空置" in page and "查无两次" in page
    late = manager.post(f"/premises/{row.pk}/state/", {**turned, "to": "shut", "drawn": drawn})
    row.refresh_from_db()
    assert (late.status_code, row.state) == (409, PremisesState.VACANT)


def test_a_manager_merges_by_number(client_as, enter):
    one, two = enter("4 单元 502", "四单元五楼东")
    manager = client_as("subdistrict_manager", "140213053")
    said = {"why": "同一户"}
    wrong = manager.post(f"/premises/{two.pk}/merge/", {**said, "code": "没有"})
    assert wrong.status_code == 422 and "这个社区没有这个编号" in wrong.content.decode()
    assert manager.post(f"/premises/{two.pk}/merge/", {**said, "code": one.code}).status_code == 302
    assert one.code in manager.get(f"/premises/{two.pk}/").content.decode()
    assert manager.get(f"/premises/{two.pk}/edit/").status_code == 404


def test_the_administrator_decides_key_compounds(client_as, yard):
    admin = client_as("district_admin")
    said = {"starts_on": "2022-01-04", "why": "上一季 3 户"}
    assert admin.post(f"/premises/compounds/{yard.pk}/key/", said).status_code == 302
    assert "上一季 3 户" in admin.get(f"/premises/compounds/{yard.pk}/").content.decode()
    row = yard.key_decisions.get()
    assert admin.post(f"/premises/key/{row.pk}/end/", {"ends_on": "2022-01-03", "why": "错了"}).status_code == 422
    assert admin.post(f"/premises/key/{row.pk}/end/", {"ends_on": "2022-03-31", "why": "季末"}).status_code == 302
    assert admin.get(f"/premises/key/{row.pk}/end/").status_code == 404


@pytest.mark.parametrize("last", ["\U0010ffff", "\ud7ff", "x"])
def test_an_area_that_cannot_be_is_empty(client_as, yard, last):
    answer = client_as("subdistrict_manager", HERE).get("/premises/", {"area": f"{HERE}{last}"})
    assert answer.status_code == 200 and "18 号院" not in answer.content.decode()


def test_another_subdistrict_sees_no_door(client_as, enter, yard):
    row, other = enter("4 单元 502")[0], client_as("subdistrict_manager", "140213059")
    for path in (f"/premises/{row.pk}/", f"/premises/compounds/{yard.pk}/", f"/premises/{uuid4()}/"):
        assert other.get(path).status_code == 404
    assert "18 号院" not in other.get("/premises/").content.decode()
    assert other.get(f"/premises/?area={HERE}").status_code == 404
