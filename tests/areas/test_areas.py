"""The tree: codes, loading, scope, names, pages."""

import pytest

from sanshe.core.areas import actions, adapters, queries, rules
from sanshe.core.areas.enums import R
from sanshe.core.areas.models import Area
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.areas import area_name, district_path
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.queries import within

LINES = [
    ("140200", "city", "大同市", "140000"),
    ("140213", "district", "平城区", "140200"),
    ("140213050", "subdistrict", "永泰街道", "140213"),
    ("140213050001", "community", "柳航里社区", "140213050"),
]


@pytest.fixture
def load(db, at):
    return lambda lines=LINES: actions.load(lines=lines, by=SYSTEM, at=at("2021-12-01 09:00"))


@pytest.mark.parametrize(
    ("code", "path"), [("140000", "14"), ("140200", "1402"), ("140213", "140213"), ("140213100", "140213100")]
)
def test_the_code_is_the_path(code, path):
    assert rules.path_of(code) == path


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (("14021", "district", "x", ""), R.CODE_WRONG),
        (("140213", "town", "x", ""), R.LEVEL_WRONG),
        (("140213", "district", " ", ""), R.NO_NAME),
        (("140213001", "subdistrict", "x", "140299"), R.NO_PARENT),
        (LINES[1], R.DOUBLE),
    ],
)
def test_a_bad_line_is_named(line, fault):
    assert [(found.line, found.code) for found in rules.faults([*LINES, line])] == [(6, fault)]


def test_a_list_without_a_district_is_refused():
    assert [found.code for found in rules.faults(LINES[:1])] == [R.NO_DISTRICT]


def test_nothing_is_loaded_when_a_line_is_bad(load):
    assert load([*LINES, ("1", "district", "x", "")]) and not Area.objects.exists()


def test_loading_twice_changes_nothing(load, django_assert_num_queries):
    assert load() == () == load()
    assert Area.objects.count() == 4 and area_name("140213050") == "永泰街道" and district_path() == "140213"


def test_a_renamed_area_keeps_its_old_name(load):
    load()
    load([(*LINES[2][:2], "永泰南街道", LINES[2][3])])
    assert (queries.area("140213050").former_name, queries.name("140213050")) == ("永泰街道", "永泰南街道")


def test_the_demo_list_has_the_district_of_the_newspaper(load):
    assert load(adapters.read(adapters.DEMO)) == ()
    assert queries.children("140213").count() == 18 and queries.communities("140213").count() == 202
    assert Area.objects.filter(within(["1402"], "path")).count() == 494
    assert Area.objects.filter(within(["140200"], "path")).count() == 0


def test_no_prefix_sees_nothing(load):
    load()
    assert not Area.objects.filter(within([], "path")).exists()


def test_the_page_shows_ones_own_areas_only(load, client_as):
    load()
    worker = client_as("community_worker", "140213050001")
    assert "柳航里社区" in worker.get("/areas/").content.decode()
    assert worker.get("/areas/140213/").status_code == 404
    page = client_as("bureau_officer").get("/areas/140213/").content.decode()
    assert "永泰街道" in page and "柳航里社区" not in page


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", R.HEAD_WRONG),
        (b"a,b\n1,2\n", R.HEAD_WRONG),
        (b"\xff\xfe\x00\xb1" * 50, R.HEAD_WRONG),
        (b"code,level,name,parent\n140213,district,x\n", R.COLUMNS_WRONG),
    ],
)
def test_a_file_that_is_no_list_is_named(tmp_path, data, code):
    path = tmp_path / "areas.csv"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        adapters.read(path)
    assert refused.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_is_read_in_any_usual_encoding(tmp_path, encoding):
    path = tmp_path / "areas.csv"
    path.write_text("code,level,name,parent\n140213,district,平城区,140200\n\n", encoding=encoding)
    assert adapters.read(path) == [("140213", "district", "平城区", "140200")]
