"""The table of works: what each app says of itself, what is due in it, and the small numbers of the rail."""

from datetime import UTC, date, datetime

import pytest

from sanshe.core.accounts.enums import P
from sanshe.core.duties.types import Owed
from sanshe.core.ledgers.queries import WORKS
from sanshe.core.ledgers.types import Door, Work, WorkLine
from sanshe.core.serials.models import Serial
from sanshe.desk import queries

pytestmark = pytest.mark.django_db
READ = P.READ
TODAY, LATE = datetime(2022, 2, 18, 10, 0, tzinfo=UTC), datetime(2022, 2, 17, 4, 0, tzinfo=UTC)


def work(code="coal", n=177, needs=READ, order=1, url_name="ledgers:index"):
    doors = (Door("应查", 1284, "/ledgers/"), Door("锁门", 0))
    line = WorkLine("冬季第 6 轮", Door("", n, "/ledgers/#all"), doors, date(2022, 2, 22), "复查")
    return Work(code, "煤", "禁煤排查", needs, url_name, lambda actor, at: line, lambda actor: numbered(n), order)


def numbered(n):
    """Rows of which there are n."""
    return Serial.objects.filter(series__in=[f"s{i}" for i in range(n)])


@pytest.fixture(autouse=True)
def series(db):
    Serial.objects.bulk_create(Serial(series=f"s{i}") for i in range(200))


@pytest.fixture
def works(monkeypatch):
    """Let exactly these works be there."""

    def put(*ones):
        monkeypatch.setattr(WORKS, "_items", {one.code: one for one in ones})

    return put


def page(client_as, role="bureau_officer"):
    return client_as(role).get("/").content.decode()


def test_a_work_says_where_it_stands_and_its_figures_are_doors(client_as, works):
    works(work())
    text = page(client_as)
    assert all(word in text for word in ("冬季第 6 轮", "2月22日 复查", '<a class="s-fig" href="/ledgers/">1,284</a>'))
    assert '<span class="s-fig zero">0</span>' in text


def test_what_is_due_today_or_late_is_counted_by_the_seal(client_as, works, duties, it_is):
    it_is("2022-02-18 08:30")
    works(work())
    duties(("甲", TODAY), ("乙", TODAY), ("丙", LATE), ("丁", None), seal="煤")
    rows = queries.today(client_as("bureau_officer").actor, datetime(2022, 2, 18, 0, 30, tzinfo=UTC)).works
    assert [(row.due, row.over) for row in rows] == [(2, 1)]


def test_works_stand_in_their_order_and_the_silent_are_left_out(client_as, works):
    silent = Work("silent", "讲", "一线故事", READ, "ledgers:index", lambda actor, at: None)
    works(work("b", order=2), work("a", order=1), silent)
    at = datetime(2022, 2, 18, tzinfo=UTC)
    assert [row.work.code for row in queries.works(client_as("bureau_officer").actor, at, Owed())] == ["a", "b"]


def test_who_lacks_the_code_sees_neither_row_nor_number(client_as, works):
    works(work(needs="x.nobody"))
    text = page(client_as)
    assert "冬季第 6 轮" not in text and ">177<" not in text


def test_the_rail_carries_the_number_of_a_work(client_as, works):
    works(work(n=176))
    assert '<span class="n">176</span>' in page(client_as)


def test_the_numbers_of_all_works_take_one_query(client_as, works, django_assert_num_queries):
    works(work("a", 2, url_name="a:home"), work("b", 5, url_name="b:home"))
    actor = client_as("bureau_officer").actor
    with django_assert_num_queries(1):
        counted = queries.badges(actor, datetime(2022, 2, 18, tzinfo=UTC))
    assert counted == {"notices:inbox": 0, "a:home": 2, "b:home": 5, "notices:desk": 0}


def test_one_and_three_works_cost_the_same(client_as, works, django_assert_max_num_queries, still):
    client, counted = client_as("bureau_officer"), []
    for n in (1, 3):
        works(*(work(str(i)) for i in range(n)))
        client.get("/")
        with django_assert_max_num_queries(100) as found:
            assert client.get("/").content.decode().count("冬季第 6 轮") == n
        counted.append(len(found))
    assert counted[0] == counted[1]


def test_a_panelist_is_shown_no_number(client_as):
    assert '<span class="n' not in page(client_as, "panelist")
