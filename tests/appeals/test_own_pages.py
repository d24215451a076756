"""A resident without an account: hands in, takes back, follows by number and digits or by a code, adds."""

import html
import re

import pytest
from django.urls import reverse

from sanshe.appeals import actions
from sanshe.appeals.actions.retention import purge
from sanshe.appeals.enums import Reach, Satisfied, Solved, State
from sanshe.appeals.models import Addition, Appeal, Night
from sanshe.core.kit.shanghai import at
from tests.appeals import world
from tests.appeals.test_pages import drawn


def words(page):
    """What is read on a page."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page.content.decode())))


SAID = {"text": "3 单元厕所返水。", "area_path": world.HERE, "place": "6 号楼 3 单元", "name": "乔"}


@pytest.fixture
def opened(people, client_of, it_is):
    """A browser of nobody that has chosen the district."""
    it_is("2022-02-18 08:20")

    def open_one():
        made = client_of()
        assert made.get("/appeals/tell/").url == "/"
        made.get(reverse("districts:choose", args=[world.DISTRICT]))
        return made

    return open_one


@pytest.fixture
def phone(opened):
    return opened()


def hand_in(phone, number="13935204416", **more):
    told = {**SAID, "category": str(world.category("排水堵塞").pk), "phone": number, **more}
    return phone.post("/appeals/tell/", told)


def test_what_is_handed_in_has_a_number_a_day_and_ten_minutes(phone, it_is):
    page = phone.get("/appeals/tell/").content.decode()
    assert "不用注册" in page and "枫林逸景社区" in page
    told = words(hand_in(phone))
    row = Appeal.objects.get()
    assert row.number in told and "最迟 2月18日 9:30" in told
    assert (row.channel, row.state, row.taken_by) == ("web", State.RECEIVED, None)
    own = f"/appeals/own/{row.pk}/"
    assert "收回，当没交过" in phone.get(own).content.decode()
    assert phone.post(f"/undo/appeals.received/{row.pk}/").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.text, row.person, row.clocks.filter(stopped_at=None).count()) == (
        State.TAKEN_BACK,
        "",
        None,
        0,
    )
    assert "都删掉了" in phone.get(own).content.decode()


def test_ten_minutes_end(phone, it_is):
    hand_in(phone)
    row = Appeal.objects.get()
    it_is("2022-02-18 08:30:01")
    assert phone.post(f"/undo/appeals.received/{row.pk}/").status_code == 409
    assert Appeal.objects.get().state == State.RECEIVED


def test_what_is_missing_is_said_beside_its_field(phone):
    answer = hand_in(phone, text="", number="1393520")
    assert answer.status_code == 422 and Appeal.objects.count() == 0
    answer = hand_in(phone, number="1393520")
    assert answer.status_code == 422 and Appeal.objects.count() == 0


def test_by_number_and_four_digits_one_sees_and_does_ones_own(phone, people, it_is):
    row = world.in_hand(people)
    other = world.taken(people["chang"], phone="13900001111").appeal
    it_is("2022-02-15 08:00")
    assert phone.get(f"/appeals/own/{row.pk}/").status_code == 302
    assert phone.post("/track/", {"number": row.number, "digits": "5208"}).status_code != 302
    assert phone.post("/track/", {"number": row.number, "digits": "5207"}).url == f"/appeals/own/{row.pk}/"
    own = f"/appeals/own/{row.pk}/"
    page = words(phone.get(own))
    assert "单位正在办" in page and "2月21日 18:00" in page and "韩春梅" not in page and "13803525207" not in page

    def do(name, **said):
        return phone.post(f"{own}{name}/", {"drawn": drawn(phone.get(own)), **said})

    assert do("night", night="2022-02-14", times="5").status_code == 302
    assert do("not_yet").status_code == 302
    assert do("more", words="").status_code == 409
    assert do("more", words="昨晚 11 点又响").status_code == 302
    assert [one.times for one in Night.objects.all()] == [5]
    assert [(one.about, one.words) for one in Addition.objects.all()] == [("not_yet", ""), ("more", "昨晚 11 点又响")]
    page = phone.get(own).content.decode()
    assert "5 次" in page and "昨晚 11 点又响" in page
    assert phone.get(f"/appeals/own/{other.pk}/").status_code == 302
    assert phone.post(f"/appeals/own/{other.pk}/withdraw/", {"drawn": drawn(phone.get(own))}).url == "/track/"
    assert phone.post(f"{own}nothing/", {"drawn": drawn(phone.get(own))}).status_code == 404
    assert do("withdraw").status_code == 302
    assert Appeal.objects.get(pk=row.pk).state == State.WITHDRAWN
    assert "您撤回了" in phone.get(own).content.decode()


def test_what_was_closed_is_reopened_by_its_resident(phone, people, it_is):
    row = world.verified(people)
    it_is("2022-02-22 16:45")
    said = {"reach": Reach.REACHED, "solved": Solved.SOLVED, "satisfied": Satisfied.SATISFIED}
    actions.call_back(appeal=row, **said, by=people["yin"], at=at("2022-02-22 16:45"))
    it_is("2022-03-09 23:59")
    phone.post("/track/", {"number": row.number, "digits": "5207"})
    own = f"/appeals/own/{row.pk}/"
    page = phone.get(own)
    assert "2月22日" not in page.content.decode() and "重启" in page.content.decode()
    assert phone.post(f"{own}not_yet/", {"drawn": drawn(page)}).status_code == 409
    assert phone.post(f"{own}reopen/", {"drawn": drawn(page), "words": "又响了"}).status_code == 302
    assert Appeal.objects.get().state == State.REOPENED


def test_who_leaves_no_telephone_has_a_code(phone, opened):
    told = hand_in(phone, number="").content.decode()
    code = re.search(r"s-stamp\">\s*([0-9A-Z]{10})", told)[1]
    row = Appeal.objects.get()
    assert row.person is None and "这个码只给这一次" in told
    stranger = opened()
    assert stranger.post("/appeals/code/", {"code": "ABCDEFGH23"}).status_code in (409, 422)
    found = stranger.post("/appeals/code/", {"code": f" {code[:4]} {code[4:].lower()}"})
    assert found.url == f"/appeals/own/{row.pk}/"
    assert row.number in stranger.get(found.url).content.decode()


def test_wrong_codes_are_counted(phone):
    answers = [phone.post("/appeals/code/", {"code": f"ABCDEFGH2{n}"}).status_code for n in range(6)]
    assert answers[:5] == [422] * 5 and answers[5] == 429


def test_no_more_from_one_browser_than_people_write(phone):
    answers = [hand_in(phone, text=f"第 {n} 件").status_code for n in range(7)]
    assert answers == [200] * 6 + [429]


def test_what_was_added_is_purged_with_the_rest(phone, people, it_is):
    row = world.in_hand(people)
    it_is("2022-02-15 08:00")
    phone.post("/track/", {"number": row.number, "digits": "5207"})
    own = f"/appeals/own/{row.pk}/"
    phone.post(f"{own}more/", {"drawn": drawn(phone.get(own)), "words": "又响"})
    phone.post(f"{own}withdraw/", {"drawn": drawn(phone.get(own))})
    assert purge(at=at("2025-02-20 09:00")) == 1
    assert Addition.objects.get().words == ""


def test_what_somebody_has_taken_up_is_not_taken_back(phone, people):
    hand_in(phone)
    row = Appeal.objects.get()
    actions.accept(appeal=row, duty_item=world.item(), by=people["xing"], at=at("2022-02-18 08:24"))
    assert "收回，当没交过" not in phone.get(f"/appeals/own/{row.pk}/").content.decode()
    refused = phone.post(f"/undo/appeals.received/{row.pk}/")
    assert refused.status_code == 409 and "已经有人在办" in refused.content.decode()
