"""What the desk as a whole was done with, yesterday and this week: a number with its rows, never a person's."""

from datetime import timedelta
from uuid import uuid4

import pytest

from sanshe.core.accounts.enums import P
from sanshe.core.audit import actions as audit
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import WORKS
from sanshe.core.ledgers.types import Door, Work, WorkLine
from sanshe.desk import queries
from sanshe.desk.types import SPANS

pytestmark = pytest.mark.django_db
DID = Actor(id=uuid4(), name="梁晓芸", grants=())


@pytest.fixture(autouse=True)
def works(monkeypatch):
    """One work, whose matters end by two kinds of act."""
    line = WorkLine("在办", Door("", 1, ""))
    coal = Work(
        "coal", "煤", "禁煤", P.READ, "ledgers:index", lambda actor, at: line, finished=("coal.done", "coal.shut")
    )
    monkeypatch.setattr(WORKS, "_items", {"coal": coal})


@pytest.fixture
def act(at):
    def put(when, event="coal.done", area_path="140213", n=1):
        for _ in range(n):
            audit.record(event=event, kind="coal", subject=str(uuid4()), by=DID, at=at(when), area_path=area_path)

    return put


def numbers(actor, moment):
    return [queries.finished(actor, span, moment, keys=False).n for span in SPANS]


def test_yesterday_is_a_whole_day_and_the_week_begins_on_monday(client_as, act, it_is):
    moment = it_is("2022-02-18 08:30")  # a Friday
    for when in ("2022-02-13 23:59", "2022-02-14 00:00", "2022-02-17 00:00", "2022-02-17 23:59", "2022-02-18 08:00"):
        act(when)
    assert numbers(client_as("bureau_officer").actor, moment) == [2, 4]


def test_only_what_ends_a_matter_counts_and_only_at_home(client_as, act, it_is):
    moment = it_is("2022-02-18 08:30")
    act("2022-02-17 09:00", event="coal.seen")
    act("2022-02-17 09:00", area_path="140214")
    act("2022-02-17 09:00", event="coal.shut")
    assert numbers(client_as("bureau_officer").actor, moment) == [1, 1]


def test_the_number_on_the_desk_is_the_number_of_its_rows_and_names_nobody(client_as, act, it_is):
    it_is("2022-02-18 08:30")
    act("2022-02-17 09:00", n=3)
    act("2022-02-17 10:00", event="coal.shut")
    client = client_as("bureau_officer")
    assert '昨天办结 <a class="s-fig" href="/finished/yesterday/">4</a> 件' in client.get("/").content.decode()
    page = client.get("/finished/yesterday/").content.decode()
    assert page.count("<tr><td") == 4 and "梁" not in page.split("<main")[1]
    assert client.get("/finished/yesterday/?event=coal.shut").content.decode().count("<tr><td") == 1


def test_nothing_done_is_grey_and_without_a_door(client_as, it_is):
    it_is("2022-02-18 08:30")
    client = client_as("bureau_officer")
    assert '昨天办结 <span class="s-fig zero">0</span> 件' in client.get("/").content.decode()
    assert "本周还没有办结的" in client.get("/finished/week/").content.decode()


def test_who_sees_no_work_is_told_nothing(client_as, act, it_is):
    it_is("2022-02-18 08:30")
    act("2022-02-17 09:00")
    client = client_as("panelist")
    assert "办结" not in client.get("/").content.decode()
    assert "<tr><td" not in client.get("/finished/yesterday/").content.decode()
    assert client.get("/finished/year/").status_code == 404


def test_many_rows_are_paged_and_cost_the_same(client_as, act, it_is, django_assert_max_num_queries, still):
    it_is("2022-02-18 08:30")
    client, counted = client_as("bureau_officer"), []
    for more in (1, 60):
        act("2022-02-17 09:00", n=more)
        client.get("/finished/yesterday/")
        with django_assert_max_num_queries(100) as found:
            page = client.get("/finished/yesterday/").content.decode()
        counted.append(len(found))
    assert counted[0] == counted[1] and page.count("<tr><td") == 50 and "before=" in page


def test_the_second_page_of_a_hundred_rows_is_the_last_and_no_row_is_on_both(client_as, act, at):
    act("2022-02-17 09:00", n=100)
    who = (client_as("bureau_officer").actor, "yesterday", at("2022-02-18 08:30"))
    first, before = queries.finished_rows(*who, keys=False)
    rest, end = queries.finished_rows(*who, keys=False, before=before)
    assert (len({row.id for row in (*first, *rest)}), len(rest), end) == (100, 50, None)


def test_where_business_runs_on_the_machine_no_older_key_is_looked_at(client_as, act, at):
    act("2022-02-17 09:00")
    actor, moment = client_as("bureau_officer").actor, at("2022-02-18 08:30")
    assert queries.finished(actor, "yesterday", moment, keys=True).n == 1
    since = queries.span_of("yesterday", moment)[0]
    assert ids.first(since) < ids.new() and ids.first(since) > ids.first(since - timedelta(days=1))
