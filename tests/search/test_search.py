"""Finding, on the database itself: one character, pairs, readings, numbers; scope; ranks; the index kept in step."""

import pytest
from django.db.models import Q

from sanshe.core.rows.queries import within
from sanshe.core.search import actions, queries
from sanshe.core.search.models import SearchRow
from sanshe.core.search.types import Entry, SearchKind

THING = "test.thing"
THINGS = (
    ("1", "140213001", "暖阳助老服务中心", "助老 · 52140213MJX300176F"),
    ("2", "140213002", "路灯维修队", "03-028 · 便民"),
    ("3", "140214001", "暖阳小区", "140214"),
    ("4", "140213001", "新暖阳理发", ""),
    ("5", "140213003", "暖阳", ""),
)


@pytest.fixture
def things(db, monkeypatch):
    monkeypatch.setattr(queries, "KINDS", type(queries.KINDS)("kind"))
    monkeypatch.setattr(actions, "KINDS", queries.KINDS)
    kind = SearchKind("东西", "物", lambda actor: within(actor.paths("areas.read")), lambda: iter(entries))
    queries.KINDS.add(THING, kind)
    entries = [Entry(THING, pk, area, title, text, f"/t/{pk}/") for pk, area, title, text in THINGS]
    actions.index_all(entries)
    return entries


@pytest.fixture
def find(things, actor):
    return lambda text, path="140213", **more: [
        hit.url[3:-1] for hit in queries.find(actor("bureau_officer", path), text, **more).hits
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("暖阳", ["5", "1", "4"]),
        ("灯", ["2"]),
        ("阳", ["5", "4", "1"]),
        ("队", ["2"]),
        ("维修队", ["2"]),
        ("修路", []),
        ("nuanyang", ["5", "4", "1"]),
        ("nyzl", ["1"]),
        ("yang", ["5", "4", "1"]),
        ("028", ["2"]),
        ("03-028", ["2"]),
        ("300176F", ["1"]),
        ("暖阳 理发", ["4"]),
        ("暖阳 路灯", []),
        ("%", []),
        ("'\"*):&|!", []),
    ],
)
def test_what_is_asked_is_found_the_best_first(find, asked, found):
    assert find(asked) == found


def test_another_district_is_not_found_nor_counted(find):
    assert find("暖阳", "140214") == ["3"] and find("140214") == []


def test_hidden_rows_do_not_use_up_the_limit(things, find, actor):
    many = [Entry(THING, f"h{i}", "140214001", "暖阳", "", "/t/h/") for i in range(30)]
    actions.index_all(many)
    found = queries.find(actor("bureau_officer"), "暖阳", limit=3)
    assert len(found.hits) == 3 and not found.has_more


def test_more_than_are_shown_is_said(things, actor):
    assert queries.find(actor("bureau_officer"), "暖阳", limit=2).has_more


def test_one_statement(things, actor, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.find(actor("bureau_officer"), "暖阳")


def test_nobody_finds_what_no_kind_lets_them_see(things, actor):
    assert queries.find(actor("panelist"), "暖阳").hits == ()


def test_a_kind_nobody_declared_is_not_found(things, find):
    actions.index_all([Entry("test.other", "9", "140213", "暖阳", "", "/t/9/")])
    assert "9" not in find("暖阳")


def test_a_changed_thing_is_found_by_its_new_name_only(find):
    actions.index_all([Entry(THING, "2", "140213002", "修伞铺", "", "/t/2/")])
    assert find("路灯") == [] and find("修伞") == ["2"] and SearchRow.objects.count() == len(THINGS)


def test_a_forgotten_thing_is_gone_from_the_index(find):
    actions.forget(kind=THING, object_id="2")
    assert find("灯") == [] and find("028") == []


def test_the_index_made_anew_finds_the_same(things, find):
    before = find("暖阳")
    SearchRow.objects.filter(Q(object_id="5")).delete()
    assert find("暖阳") != before and actions.rebuild() == len(THINGS) and find("暖阳") == before
