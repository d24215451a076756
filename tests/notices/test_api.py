"""Public notices for programs: what stands in public, and nothing else."""

import pytest

from tests.contract import told
from tests.notices.test_actions import draft, outside, published, texts

__all__ = ["outside", "texts"]
pytestmark = pytest.mark.django_db
LIST = "/api/v1/notices/"


@pytest.fixture
def reader(visitor, it_is):
    it_is("2022-01-18 10:00")
    return visitor


@pytest.mark.parametrize("n", [0, 1, 3])
def test_notices_in_public_are_listed_a_page_at_a_time(reader, n):
    for _ in range(n):
        published()
    draft(title="还没公示")
    first = told(reader.get(LIST, {"size": 2}))
    rest = told(reader.get(LIST, {"size": 2, "after": first["next"]}))["rows"] if first["next"] else []
    assert [one["serial"] for one in (*first["rows"], *rest)] == [f"gs-2022-{i}" for i in range(n, 0, -1)]


def test_one_is_read_with_its_names_and_where_its_figures_come_from(reader):
    found = told(reader.get(f"{LIST}{published().serial}/"))
    assert (found["number_line"], found["names"]) == ("创享公示〔2022〕1 号", ["甲社", "乙社"])
    assert found["figures"] == [{"label": "收到", "n": 40}, {"label": "拟入壳", "n": 2}]
    assert (found["published_at"], found["window_to"]) == ("2022-01-17T00:30:00Z", "2022-01-21")
    assert found["list_hash"] and found["corrected_by"] is None


def test_a_draft_a_coming_one_and_an_unknown_number_are_the_same_nothing(reader, it_is):
    draft()
    serial = published().serial
    it_is("2022-01-17 08:29")
    answers = [reader.get(f"{LIST}{one}/") for one in ("None", serial, "gs-2022-9")]
    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}
    assert told(answers[0])["code"] == "api.missing"
