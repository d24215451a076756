"""The front page: the desk of each role, the front of the house for everybody else."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from sanshe.core.accounts.enums import P
from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.roles import GRANTS
from sanshe.core.ui.queries import NAV

pytestmark = pytest.mark.django_db
READ = P.READ
NOON = datetime(2022, 2, 18, 4, 0, tzinfo=UTC)


@pytest.fixture
def indicator(monkeypatch):
    """Let there be exactly one figure, for those who read people."""

    def put(n, counter=""):
        one = Indicator("t", "在册组织", READ, lambda path: n, counter=counter)
        monkeypatch.setattr(INDICATORS, "_items", {"t": one})

    return put


def test_the_heading_counts_what_waits_and_what_is_late(client_as, duties, it_is):
    it_is("2022-02-18 08:30")
    duties(("甲", None), ("乙", datetime(2022, 2, 17, 4, 0, tzinfo=UTC)))
    page = client_as("bureau_officer").get("/").content.decode()
    assert "今天要办 2 件，1 件已超时" in page


def test_the_nearest_deadline_stands_first_and_none_last(client_as, duties, it_is):
    it_is("2022-02-16 08:30")
    duties(("无期", None), ("迟", None), ("近", NOON))
    page = client_as("bureau_officer").get("/").content.decode()
    assert page.index(">近<") < page.index(">无期<") < page.index(">迟<")


def test_who_lacks_the_code_is_asked_nothing(client_as, duties):
    duties(("甲", None))
    assert "今天没有等您办的事" in client_as("community_worker").get("/").content.decode()


def test_one_and_three_items_cost_the_same(client_as, duties, django_assert_max_num_queries, still):
    client = client_as("bureau_officer")
    duties(("甲", None))
    client.get("/")
    with django_assert_max_num_queries(100) as one:
        client.get("/")
    duties(("甲", None), ("乙", None), ("丙", None))
    with django_assert_max_num_queries(100) as three:
        client.get("/")
    assert len(three) == len(one)


@pytest.mark.parametrize(("role", "organisation"), [(None, None), ("organisation_rep", uuid4())])
def test_who_is_not_staff_sees_the_front_of_the_house(client_as, role, organisation):
    page = client_as(role, organisation=organisation).get("/").content.decode()
    assert "数字怎么来的" in page and "等我处理" not in page


def test_nobody_is_told_where_to_sign_in(visitor):
    assert 'href="/login/"' in visitor.get("/").content.decode()


def test_a_figure_leads_to_how_it_is_counted(client_as, indicator):
    indicator(48)
    client = client_as("bureau_officer")
    assert "/figures/" in client.get("/").content.decode()
    assert "48" in client.get("/figures/").content.decode()


def test_a_counter_that_differs_is_news(client_as, indicator):
    indicator(48, counter="t.never_counted")
    assert "1 个数字和记录对不上" in client_as("bureau_officer").get("/figures/").content.decode()


def test_a_panelist_is_shown_no_figure(client_as):
    page = client_as("panelist").get("/figures/").content.decode()
    assert "这里没有给您看的数字" in page


def test_figures_are_for_staff(visitor):
    assert visitor.get("/figures/").status_code == 302


def test_each_line_of_the_rail_is_open_to_some_role():
    held = {str(code) for codes in GRANTS.values() for code in codes}
    assert [item.url_name for item in NAV if item.needs and not held & set(map(str, item.needs))] == []
