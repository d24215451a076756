"""What is owed, found in one query: scoped, ordered, cut, counted."""

import re
from datetime import date, timedelta

import pytest

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.duties import queries
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.types import Said, Source
from sanshe.core.notices.enums import P
from sanshe.core.notices.models import Message, PublicNotice

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)


def end_of(line, at):
    return Said(f"/notices/{line.id(0)}/", line.facts[1], Due(line.day, kind=DayKind.DAY) if line.day else None)


def to_read(line, at):
    return Said("/notices/inbox/", blanks=line.n)


ENDS = Source(
    "toy.ends", "示", "公示到期", "去看", Owner.HOLDER, P.READ, rows=lambda actor, at: PublicNotice.objects.all(),
    day="window_to", facts=("pk", "title"), say=end_of, is_last_day=True, is_reminded=True, is_next=True,
    subject="subject",
)  # fmt: skip
READS = Source(
    "toy.reads", "信", "{n} 封没读", "去读", Owner.PERSON, P.READ, rows=lambda actor, at: Message.objects.all(),
    scope="user", place="template", key="user", say=to_read, is_grouped=True,
)  # fmt: skip


@pytest.fixture
def sources(monkeypatch):
    def put(*ones):
        monkeypatch.setattr(queries.SOURCES, "_items", {one.code: one for one in ones})

    return put


@pytest.fixture
def notice(at):
    def make(title="公示", path="140213", until=date(2022, 2, 18), **more):
        return PublicNotice.objects.create(
            series="s", office="局", kind="k", title=title, area_path=path, tree={}, window_to=until,
            drafted_at=at("2022-01-01 09:00"), **more,
        )  # fmt: skip

    return make


def message(user, at, n=1):
    for i in range(n):
        Message.objects.create(
            key=f"{user}{i}", template="t", channel="inbox", user=user, title="x", text="y", made_at=at
        )


def titles(owed):
    return [one.detail for one in owed.duties]


def test_rows_of_ones_area_the_nearest_first(sources, notice, actor, at):
    sources(ENDS)
    for title, path, day in (
        ("远", "140213", 20),
        ("近", "140213001", 18),
        ("别处", "140214", 17),
        ("别区", "14021", 17),
    ):
        notice(title, path, date(2022, 2, day))
    notice("没有日子", until=None)
    owed = queries.owed(actor("bureau_officer"), at("2022-02-17 10:00"))
    assert titles(owed) == ["近", "远", "没有日子"]
    assert titles(queries.owed(actor("bureau_officer", path="140214"), at("2022-02-17 10:00"))) == ["别处"]
    assert queries.owed(actor("panelist"), at("2022-02-17 10:00")).n == 0


def test_a_person_is_told_their_own_as_one_line_with_its_number(sources, actor, at):
    sources(READS)
    mine, other = actor("bureau_officer"), actor("bureau_officer")
    message(mine.id, at("2022-02-17 10:00"), 3), message(other.id, at("2022-02-17 10:00"))
    (one,) = queries.owed(mine, at("2022-02-17 11:00")).duties
    assert (one.title, one.line.n, one.act_label) == ("3 封没读", 3, "去读")


def test_what_is_more_than_fits_is_counted_and_stands_on_its_page(sources, notice, actor, at, client_as, it_is):
    now = it_is("2022-02-18 10:00")
    sources(ENDS)
    for i in range(60):
        notice(f"第{i}件", until=date(2022, 1, 1) + i * ONE)
    owed = queries.owed(actor("bureau_officer"), now)
    (rest,) = owed.rests
    assert (len(owed.duties), owed.n, rest.n) == (20, 60, 40)
    assert owed.over(now) == 48 and rest.late == 28
    client = client_as("bureau_officer")
    assert "/duties/toy.ends/" in client.get("/").content.decode()
    first = client.get("/duties/toy.ends/").content.decode()
    assert "一共 60 件" in first and "第0件" in first and "第49件" in first and "第50件" not in first
    (more,) = re.findall(r'href="(\?day=[^"]+)"', first)
    text = client.get("/duties/toy.ends/" + more.replace("&amp;", "&")).content.decode()
    assert "第50件" in text and "第59件" in text and "第49件" not in text and 'href="?day=' not in text


def test_the_page_of_a_source_is_missing_for_who_owes_none_of_it(sources, client_as):
    sources(ENDS)
    assert client_as("bureau_officer").get("/duties/toy.ends/").status_code == 200
    assert client_as("panelist").get("/duties/toy.ends/").status_code == 404
    assert client_as("bureau_officer").get("/duties/nothing/").status_code == 404


def test_today_and_late_by_the_clock_and_one_matter_late_once(sources, notice, actor, at):
    def both(line, at):
        return [
            Said("/", mark=mark, matter=line.key, due=Due(line.day, hour)) for mark, hour in (("a", 9), ("b", None))
        ]

    sources(Source(**{**{name: getattr(ENDS, name) for name in ENDS.__slots__}, "say": both, "is_last_day": False}))
    notice(until=date(2022, 2, 18))
    who = actor("bureau_officer")
    for when, over, today in (("2022-02-18 08:59", 0, 2), ("2022-02-18 09:00", 1, 1), ("2022-02-19 00:00", 1, 0)):
        owed = queries.owed(who, at(when))
        assert (owed.over(at(when)), owed.today(at(when))) == (over, today), when
        assert (owed.over(at(when), "别"), owed.today(at(when), "别")) == (0, 0)


def test_who_may_not_see_to_it_is_told_nothing(sources, notice, actor, at):
    who = actor("bureau_officer")
    sources(Source(**{**{name: getattr(ENDS, name) for name in ENDS.__slots__}, "others": "drafted_by"}))
    notice("自己拟的", drafted_by=who.id), notice("别人拟的", drafted_by=actor("auditor").id), notice("系统拟的")
    assert sorted(titles(queries.owed(who, at("2022-02-17 10:00")))) == ["别人拟的", "系统拟的"]


def test_one_query_for_one_source_and_for_seventy(sources, notice, actor, at, django_assert_num_queries):
    notice(), notice("二")
    who, when = actor("bureau_officer"), at("2022-02-17 10:00")
    for n in (1, 70):
        sources(*(Source(**{**{k: getattr(ENDS, k) for k in ENDS.__slots__}, "code": f"toy.{i}"}) for i in range(n)))
        with django_assert_num_queries(1):
            assert queries.owed(who, when).n == 2 * n


def test_the_next_day_of_a_subject(sources, notice, at):
    from uuid import uuid4

    sources(ENDS)
    mine = uuid4()
    for title, day, subject in (
        ("过了", 17, mine),
        ("下一个", 19, mine),
        ("再下一个", 20, mine),
        ("别的", 18, uuid4()),
    ):
        notice(title, until=date(2022, 2, day), subject=subject)
    assert queries.next_of(mine, at("2022-02-18 10:00"), "示").detail == "下一个"
    assert queries.next_of(uuid4(), at("2022-02-18 10:00"), "示") is None


def test_what_a_person_owes_by_name_can_be_handed_over():
    from sanshe.core.accounts.queries import HANDINGS

    by_name = [one for one in queries.SOURCES if one.owner == Owner.PERSON]
    assert by_name and {one.handing for one in by_name} <= set(HANDINGS.codes())
