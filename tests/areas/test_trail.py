"""An area's page says what lies above and how much below."""

import pytest

from sanshe.core.areas import queries
from sanshe.core.areas.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tree():
    for path, level, name, parent in (
        ("140213", "district", "平城区", None),
        ("140213003", "subdistrict", "迎宾街道", "140213"),
        ("140213003001", "community", "明珠社区", "140213003"),
        ("140213003002", "community", "和泰社区", "140213003"),
    ):
        Area.objects.create(path=path, code=path, level=level, name=name, parent_id=parent)
    queries.tree.forget()


def test_the_way_up_begins_with_the_widest():
    assert queries.trail("140213003001") == [("140213", "平城区"), ("140213003", "迎宾街道")]
    assert queries.trail("140213") == []


def test_what_lies_below_is_counted_by_level():
    assert queries.below("140213") == [("subdistrict", 1), ("community", 2)]
    assert queries.below("140213003001") == []


def test_the_page_leads_up_only_where_one_may_look(client_as):
    page = client_as("subdistrict_manager", "140213003").get("/areas/140213003/").content.decode()
    assert "迎宾街道：社区 2" in page and 'href="/areas/140213/"' not in page and "平城区 /" in page


def test_areas_to_choose_from_are_named_with_the_one_above():
    assert queries.named_below(["140213003"]) == [
        ("140213003", "迎宾街道"),
        ("140213003001", "迎宾街道 · 明珠社区"),
        ("140213003002", "迎宾街道 · 和泰社区"),
    ]
    assert queries.named_below([]) == []


def test_only_areas_under_ones_own_are_offered(client_as):
    page = client_as("subdistrict_manager", "140213003").get("/accounts/people/appoint/").content.decode()
    assert "迎宾街道 · 明珠社区" in page and '<option value="140213">' not in page
