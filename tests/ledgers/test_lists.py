"""Keyset pages: no row lost, none doubled, whatever comes in between."""

import ast
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import signing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanshe.core.calendar.models import SpecialDay, Year
from sanshe.core.figures.models import Counter
from sanshe.core.jobs.models import Beat
from sanshe.core.ledgers import queries
from sanshe.core.ledgers.types import Filter, Ledger
from tests.house.reading import SOURCE, pythons, tree
from tests.ledgers.world import BEATS, COUNTERS

AT = datetime(2022, 2, 18, 0, 30, tzinfo=UTC)
THREE = ("n", "area_path", "key")
ALONE = {"pk", "id", "serial", "number", "code"}  # the last three: of one batch, in the house, in one compound
pytestmark = pytest.mark.django_db
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def beats(*seconds):
    rows = [
        Beat(name=f"{len(seconds)}-{place}-{s}", seen_at=AT + timedelta(seconds=s)) for place, s in enumerate(seconds)
    ]
    return Beat.objects.bulk_create(rows, ignore_conflicts=True)


def walk(actor, size, forwards=True, between=lambda: None):
    found, cursor = [], None
    while True:
        page = queries.page(BEATS, actor, {}, size=size, **{"after" if forwards else "before": cursor})
        found.extend(page.rows if forwards else reversed(page.rows))
        cursor = page.next if forwards else page.prev
        if cursor is None:
            return found
        between()


@quick
@given(st.lists(st.integers(0, 5), max_size=12), st.integers(1, 5))
def test_every_row_once_in_order_at_any_size(officer, seconds, size):
    Beat.objects.all().delete()
    beats(*seconds)
    found = [row.name for row in walk(officer(), size)]
    assert found == [row.name for row in Beat.objects.order_by("-seen_at", "name")]


@quick
@given(st.lists(st.integers(0, 5), min_size=1, max_size=9), st.integers(1, 3), st.lists(st.integers(0, 9), max_size=5))
def test_rows_that_come_in_between_neither_lose_nor_double_another(officer, seconds, size, later):
    Beat.objects.all().delete()
    old = {row.name for row in beats(*seconds)}
    coming = iter(later)

    def between():
        for second in coming:
            Beat.objects.create(name=f"new-{second}-{Beat.objects.count()}", seen_at=AT + timedelta(seconds=second))
            return

    found = [row.name for row in walk(officer(), size, between=between)]
    assert len(found) == len(set(found)) and old <= set(found)


@quick
@given(st.lists(st.tuples(*[st.integers(0, 2)] * 3), unique_by=lambda one: one[1:], max_size=9), st.integers(1, 4))
def test_an_order_of_three_parts_loses_and_doubles_no_row(places, size):
    Counter.objects.all().delete()
    Counter.objects.bulk_create(Counter(n=n, area_path=str(path), key=str(key)) for n, path, key in places)
    found, after = [], None
    for _ in range(0, len(places) or 1, size):  # no more pages than there may be, were it to go in a circle
        page = queries.keyset(Counter.objects.all(), THREE, "x", size=size, after=after)
        found, after = found + page.rows, page.next
    assert after is None
    assert [(row.n, int(row.area_path), int(row.key)) for row in found] == sorted(places)


def without_a_last_word(source):
    """Orders by which lists are paged whose last part two rows may share: at a page's edge one of them is lost."""
    for path in pythons(source):
        body = tree(path).body
        named = {getattr(one.targets[0], "id", ""): one.value for one in body if isinstance(one, ast.Assign)}
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("keyset", "Ledger"):
                order = node.args[1:2] or [one.value for one in node.keywords if one.arg == "key"]
                said = [named.get(getattr(one, "id", ""), one) for one in order]
                names = [ast.literal_eval(one) for one in said if isinstance(one, ast.Tuple)]
                yield from (one for one in names if one[-1].lstrip("-") not in ALONE)


def test_of_every_order_the_last_part_tells_two_rows_apart(tmp_path):
    assert list(without_a_last_word(SOURCE)) == []
    (tmp_path / "a.py").write_text('NEWEST = ("-made_at",)\nkeyset(rows, NEWEST, "x"), Ledger(key=("due_on", "pk"))')
    assert list(without_a_last_word(tmp_path)) == [("-made_at",)]


@quick
@given(st.integers(3, 9), st.integers(1, 4))
def test_back_leads_where_one_came_from(officer, n, size):
    Beat.objects.all().delete()
    beats(*range(n))
    first = queries.page(BEATS, officer(), {}, size=size)
    second = queries.page(BEATS, officer(), {}, after=first.next, size=size) if first.next else None
    if second is not None:
        again = queries.page(BEATS, officer(), {}, before=second.prev, size=size)
        assert again.rows == first.rows and again.prev is None and again.next == first.next


def test_a_spoilt_or_foreign_cursor_begins_anew(officer):
    beats(1, 2)
    foreign = signing.Signer(salt="ledgers.page.other").sign_object([["m", "2022"]])
    for cursor in ("x", foreign, "x" * 5000):
        assert len(queries.page(BEATS, officer(), {}, after=cursor).rows) == 2


def test_days_of_a_filter_are_days_of_shanghai(officer):
    Beat.objects.create(name="late", seen_at=datetime(2022, 1, 5, 15, 59, 59, tzinfo=UTC))
    Beat.objects.create(name="next", seen_at=datetime(2022, 1, 5, 16, 0, tzinfo=UTC))
    filters = queries.clean(BEATS, officer(), {"seen_to": "2022-01-05"})
    assert [row.name for row in queries.page(BEATS, officer(), filters).rows] == ["late"]
    filters = queries.clean(BEATS, officer(), {"seen_from": "2022-01-06"})
    assert [row.name for row in queries.page(BEATS, officer(), filters).rows] == ["next"]


def test_both_days_of_a_filter_belong_to_it(officer):
    year = Year.objects.create(year=2022, loaded_at=AT)
    days = [SpecialDay.objects.create(day=date(2022, 1, n), kind="rest", year=year).day for n in (4, 5, 6, 7)]
    book = Ledger("test.days", "日", "test.read", (), lambda actor, filters: SpecialDay.objects.all(),
                  (Filter("on", "日", "dates", field="day"),), key=("day",), scope="")  # fmt: skip
    filters = queries.clean(book, officer(), {"on_from": "2022-01-05", "on_to": "2022-01-06"})
    assert [row.day for row in queries.page(book, officer(), filters).rows] == days[1:3]


@pytest.mark.parametrize(
    ("path", "seen"), [("140213001", ["a"]), ("140213", ["a", "b"]), ("140214", []), ("", ["a", "b"])]
)
def test_rows_are_cut_to_the_actors_areas(path, seen, officer):
    Counter.objects.create(key="a", area_path="140213001001")
    Counter.objects.create(key="b", area_path="140213010")
    assert [row.key for row in queries.page(COUNTERS, officer(path), {}).rows] == seen


def test_who_holds_nothing_sees_nothing():
    from sanshe.core.kit.access import NOBODY

    Counter.objects.create(key="a", area_path="140213001001")
    assert queries.page(COUNTERS, NOBODY, {}).rows == [] and list(queries.export_rows(COUNTERS, NOBODY, {})) == []


def test_an_export_has_every_row_in_order(officer):
    Counter.objects.bulk_create([Counter(key=f"k{n:04}", area_path="140213", n=n) for n in range(2500)])
    rows = list(queries.export_rows(COUNTERS, officer(), {}))
    assert len(rows) == 2500 and rows[0][:3] == ("k2499", "140213", 2499) and rows[0][3] == "=再去"
