"""The scene of the morning through the pages: taken in, accepted, sent, signed, paused, and to the verdict."""

import re

import pytest

from sanshe.appeals.enums import ClockKind, State
from sanshe.appeals.models import Appeal
from sanshe.appeals.views.acts import ACTS, offered
from sanshe.core.accounts.models import User
from tests.appeals import world
from tests.appeals.world import clock, spell

TOLD = {
    "area_path": world.HERE,
    "channel": "phone",
    "title": "楼上夜间噪声",
    "text": "楼上住户夜里拖动桌椅。",
    "place": "5 号楼",
    "name": "赵德山",
    "phone": "13803525207",
    "is_read_back": "on",
}


@pytest.fixture
def browsers(people, client_of):
    return {key: client_of(User.objects.get(username=key)) for key in people}


def drawn(page):
    return re.search(r'name="drawn" value="([^"]+)"', page.content.decode())[1]


@pytest.fixture
def do(browsers, it_is):
    """Open the page of an act and send its form."""

    def act(who, row, name, when, **said):
        it_is(when)
        address = f"/appeals/{row.pk}/{name}/"
        page = browsers[who].get(address)
        assert page.status_code == 200, (name, page.status_code)
        answer = browsers[who].post(address, {"drawn": drawn(page), **said})
        assert answer.status_code == 302, re.sub(r"<[^>]+>|\s+", " ", answer.content.decode())[-1500:]
        return Appeal.objects.get(pk=row.pk)

    return act


def test_the_whole_way(browsers, do, it_is, people):
    it_is("2022-02-14 09:38")
    told = {**TOLD, "category": str(world.category().pk)}
    silent = browsers["chang"].post("/appeals/new/", {**told, "is_read_back": ""})
    assert silent.status_code in (409, 422) and "念一遍给他听" in silent.content.decode()
    assert browsers["chang"].post("/appeals/new/", told).status_code == 302
    row = Appeal.objects.get()
    row = do("xing", row, "accept", "2022-02-14 09:44", duty_item=str(world.item().pk))
    row = do("xing", row, "dispatch", "2022-02-14 09:45", unit=world.HERE)
    row = do("xing", row, "help", "2022-02-14 09:46", other="小区物业")
    row = do("hancm", row, "sign", "2022-02-14 09:52")
    row = do("hancm", row, "agree", "2022-02-14 09:53")
    assert row.legs.get(is_lead=False).handler == people["hancm"].id
    row = do("hancm", row, "contact", "2022-02-14 11:05", way="phone", is_reached="on", said="晚上去看")
    row = do("hancm", row, "begin", "2022-02-15 19:30")
    row = do("hancm", row, "pause", "2022-02-16 09:00", reason="resident", proof="通话记录", told_at="08:50")
    row = do("hancm", row, "resume", "2022-02-17 09:00")
    assert spell(clock(row, ClockKind.HANDLE).due_at) == "02-22 18:00"
    it_is("2022-02-18 08:30")
    page = browsers["hancm"].get(f"/appeals/{row.pk}/").content.decode()
    for words in ("楼上住户夜里拖动桌椅", "赵**", "138****5207", "3.2 邻里纠纷调处", "小区物业", "2月22日"):
        assert words in page, words
    assert "13803525207" not in page
    row = do("hancm", row, "handled", "2022-02-21 17:00", what="装了隔音垫", outcome="resolved")
    row = do("xing", row, "verifier", "2022-02-22 09:00", person=str(people["shi"].id))
    row = do("shi", row, "verify", "2022-02-22 10:10", is_passed="on", is_seen="on", found="去看了")
    row = do("yin", row, "call", "2022-02-22 16:45", reach="reached", solved="solved", satisfied="satisfied")
    assert (row.state, row.satisfied) == (State.CLOSED, "satisfied")
    row = do("chang", row, "reopen", "2022-03-01 09:00", words="又响了")
    row = do("chang", row, "withdraw", "2022-03-01 09:10")
    assert row.state == State.WITHDRAWN


def test_the_other_ways(browsers, do, it_is, people):
    row = world.taken(people["chang"], name="排水堵塞").appeal
    row = do("xing", row, "recategorise", "2022-02-14 09:40", category=str(world.category().pk))
    row = do("xing", row, "accept", "2022-02-14 09:44", duty_item=str(world.item().pk))
    row = do("xing", row, "dispatch", "2022-02-14 09:45", unit=world.HERE)
    row = do("hancm", row, "dispute", "2022-02-14 10:00", why="不归我们")
    row = do("xing", row, "decide", "2022-02-14 10:30", why="归物业", is_upheld="on")
    row = do("xing", row, "dispatch", "2022-02-14 10:40", other="小区物业")
    assert row.state == State.DISPATCHED
    for name, said in (
        ("redirect", {"where": "供热公司"}),
        ("decline", {"ground": "secret", "where": "法院"}),
        ("answer", {"words": "周五来电"}),
    ):
        do("chang", world.taken(people["chang"]).appeal, name, "2022-02-14 10:00", **said)
    nameless = world.verified(people, phone="")
    assert do("yin", nameless, "close", "2022-02-22 16:45").state == State.CLOSED


def test_the_list_has_what_ends_first_first_and_counts_what_is_over(browsers, it_is, people):
    late = world.in_hand(people)
    soon = world.taken(people["chang"], "2022-02-21 17:00").appeal
    it_is("2022-02-21 18:00")
    page = browsers["xing"].get("/appeals/").content.decode()
    assert "在办 2 件" in page and "1 件超时" in page
    assert page.index(late.number) < page.index(soon.number)
    few = browsers["xing"].get("/appeals/?state=received").content.decode()
    assert soon.number in few and late.number not in few
    assert late.number not in browsers["shi"].get("/appeals/").content.decode()


def test_who_is_shown_what(browsers, it_is, people):
    row = world.sent(people, name="接种帮助")
    it_is("2022-02-14 10:00")
    page = browsers["xing"].get(f"/appeals/{row.pk}/").content.decode()
    assert "这一类只给经办人和核查人看" in page and "拖动桌椅" not in page
    assert browsers["shi"].get(f"/appeals/{row.pk}/").status_code == 404
    assert browsers["shi"].get(f"/appeals/{row.pk}/sign/").status_code == 404
    assert browsers["chang"].get(f"/appeals/{row.pk}/sign/").status_code == 404


def test_acts_are_offered_where_they_may_be_done(people):
    row = world.sent(people)
    names = lambda who: {name for name, _ in offered(people[who], Appeal.objects.get(pk=row.pk))}  # noqa: E731
    assert names("hancm") == {"sign", "dispute", "contact", "pause", "night", "withdraw"}
    assert names("xing") == {"recategorise", "help", "night", "withdraw"}
    assert names("shi") == set()
    assert {one for act in ACTS.values() for one in act.states} >= {*State} - State.over() - {State.CALLED_BACK}


def test_a_refused_act_comes_back_with_its_sentence(browsers, it_is, people):
    row = world.taken(people["chang"], name="排水堵塞").appeal
    it_is("2022-02-14 09:44")
    for name, said in (("accept", {"duty_item": str(world.item("7.1").pk)}), ("dispatch", {"unit": world.HERE})):
        address = f"/appeals/{row.pk}/{name}/"
        answer = browsers["xing"].post(address, {"drawn": drawn(browsers["xing"].get(address)), **said})
    assert answer.status_code == 422 and "7.1 管网疏通不在社区职责清单里，不能派给社区主办。" in answer.content.decode()


def test_the_district_sets_its_terms(people, client_as, it_is):
    it_is("2022-02-14 09:00")
    keeper = client_as("district_admin")
    said = {"category": "路灯", "contact_n": 4, "contact_kind": "work_hour", "handle_n": 5, "handle_kind": "workday"}
    said["name"] = said.pop("category")
    assert keeper.post("/appeals/settings/categories/new/", said).status_code == 302
    lamp = world.category("路灯")
    assert (lamp.leg, lamp.is_private, lamp.handle.n) == (None, False, 5)
    address = f"/appeals/settings/categories/{lamp.pk}/"
    assert keeper.post(address, {**said, "leg_n": 7, "leg_kind": "work_hour", "is_sensitive": "on"}).status_code == 302
    lamp = world.category("路灯")
    assert (lamp.leg.n, lamp.is_private) == (7, True)  # what is sensitive is private
    assert keeper.post(address, {**said, "handle_n": 0}).status_code == 422
    assert keeper.post("/appeals/settings/duties/new/", {"number": "9.9", "name": "路灯"}).status_code == 302
    duty = world.item("9.9")
    address = f"/appeals/settings/duties/{duty.pk}/"
    assert keeper.post(address, {"number": "9.9", "name": "路灯", "may_lead": "on"}).status_code == 302
    assert world.item("9.9").may_lead
    assert keeper.post("/appeals/settings/terms/verify/", {"n": 8, "kind": "work_hour"}).status_code == 302
    page = keeper.get("/appeals/settings/").content.decode()
    assert "路灯" in page and "8 工作时" in page
    assert client_as("community_worker").get("/appeals/settings/").status_code == 403


def test_a_night_is_noted_for_who_tells_it_by_telephone(people, do):
    row = do("chang", world.in_hand(people), "night", "2022-02-16 08:00", night="2022-02-15", times="1")
    assert [one.times for one in row.nights.all()] == [1]
