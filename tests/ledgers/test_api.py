"""Ledgers for programs: what they hold, paging, filters, scope, and how little they ask of the database."""

import pytest

from sanshe.core.accounts.actions import sync_roles
from sanshe.core.figures.models import Counter
from sanshe.core.kit import ids
from sanshe.core.kit.roles import GRANTS
from tests.contract import told
from tests.ledgers import world

pytestmark = pytest.mark.django_db
ROWS = "/api/v1/ledgers/test.counters/rows/"


@pytest.fixture
def program(client_as, monkeypatch):
    """A signed-in officer whose role holds the small app's code."""
    monkeypatch.setitem(GRANTS, "bureau_officer", {*GRANTS["bureau_officer"], world.NEEDS})
    sync_roles()
    return lambda path="140213": client_as("bureau_officer", path)


def rows(n, area="140213001"):
    Counter.objects.bulk_create([Counter(key=f"k{place:03}", area_path=area, n=n - place) for place in range(n)])


def keys(found):
    return [row["cells"]["key"] for row in found["rows"]]


def walked(client, how, first=""):
    """All keys, page after page, in one direction."""
    found, where = [], first
    while where is not None:
        page = told(client.get(ROWS, {"size": 2, how: where}))
        found.append(keys(page))
        where = page["next" if how == "after" else "prev"]
    return found, page


def test_the_ledgers_one_may_open_are_listed_with_columns_and_filters(program, client_as):
    found = {one["code"]: one for one in told(program().get("/api/v1/ledgers/"))}["test.counters"]
    assert [one["code"] for one in found["columns"]] == ["key", "area_path", "n", "state"]
    assert found["filters"][1]["options"] == [{"value": "0", "label": "没有"}, {"value": "5", "label": "五个"}]
    assert "test.counters" not in [one["code"] for one in told(client_as("auditor").get("/api/v1/ledgers/"))]


def test_a_row_has_its_values_and_the_address_of_its_page(program):
    rows(1)
    row = told(program().get(ROWS))["rows"][0]
    kept = Counter.objects.get()
    assert row["cells"] == {"key": "k000", "area_path": "140213001", "n": 1, "state": "=再去"}
    assert (row["id"], row["url"]) == (str(kept.pk), f"/counter/{kept.pk}/")


@pytest.mark.parametrize("n", [1, 3, 8])
def test_pages_lead_through_all_rows_and_back(program, n):
    rows(n)
    client = program()
    forward, last = walked(client, "after")
    assert sum(forward, []) == [f"k{place:03}" for place in range(n)] and {len(one) for one in forward} <= {1, 2}
    back, first = walked(client, "before", last["prev"]) if last["prev"] else ([], last)
    assert sum(reversed(back), []) == sum(forward[:-1], []) and first["prev"] is None


def test_a_page_holds_two_hundred_at_most(program):
    rows(201)
    assert len(told(program().get(ROWS, {"size": 200}))["rows"]) == 200


def test_filters_narrow_and_a_dates_filter_takes_both_ends(program):
    rows(6)
    assert keys(told(program().get(ROWS, {"n": "5"}))) == ["k001"]
    assert keys(told(program().get(ROWS, {"key": "k003", "area": "140213"}))) == ["k003"]
    beats = "/api/v1/ledgers/test.beats/rows/"
    assert told(program().get(beats, {"seen_from": "2022-01-01", "seen_to": "2022-02-01"}))["rows"] == []


@pytest.mark.parametrize("asked", [{"n": "7"}, {"seen": "x"}, {"area": "14x"}, {"after": "spoilt"}])
def test_what_makes_no_sense_is_refused_rather_than_answered_with_more(program, asked):
    rows(1)
    answer = program().get(ROWS, asked)
    assert answer.status_code == 409 and told(answer)["code"].startswith("ledgers.")


def test_another_areas_rows_and_another_roles_ledgers_are_not_there(program, client_as):
    rows(1, "140214001")
    assert keys(told(program().get(ROWS))) == [] and keys(told(program("140214").get(ROWS))) == ["k000"]
    closed, none = client_as("auditor").get(ROWS), client_as("auditor").get(ROWS.replace("counters", "nothing"))
    assert (closed.status_code, closed.content) == (404, none.content)


@pytest.mark.parametrize("n", [1, 3, 60])
def test_a_page_of_rows_asks_as_little_however_many(program, n, django_assert_max_num_queries):
    rows(n)
    client = program()
    client.get(ROWS)
    with django_assert_max_num_queries(5):
        client.get(ROWS)


def test_moments_are_told_with_their_zone(program, at):
    from sanshe.core.jobs.models import Beat

    Beat.objects.create(name=str(ids.new()), seen_at=at("2022-01-05 15:20"))
    row = told(program().get("/api/v1/ledgers/test.beats/rows/"))["rows"][0]
    assert row["cells"]["seen_at"] == "2022-01-05T07:20:00Z" and row["url"] is None
