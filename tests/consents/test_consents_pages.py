"""Pages of consents: the board where one asks, and one's own request on a telephone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sanshe.core.consents import queries
from sanshe.core.consents.enums import Medium, State
from sanshe.core.consents.models import ConsentRequest
from tests.consents import world
from tests.consents.world import KEY, KIND, PHONE
from tests.files.corpus import picture

pytestmark = pytest.mark.django_db
BOARD = f"/consents/of/{KIND}/{KEY}/"


@pytest.fixture(autouse=True)
def taken(monkeypatch, it_is):
    it_is("2022-02-17 10:00")
    return world.settle(monkeypatch)


@pytest.fixture
def editor(client_as):
    return client_as("community_worker", world.HERE)


def text(answer):
    return answer.content.decode()


def wrote(**more):
    said = {"name": "郭宝山", "phone": PHONE, "part": "灯的那一户", "asked_media": ["text", "photo"], "months": "12"}
    return {**said, "answer_by": "2022-02-25", "capacity": "own", "guardian": "", **more}


def asked(editor):
    assert editor.post(BOARD, wrote()).status_code == 302
    return ConsentRequest.objects.get()


def follow(visitor, row):
    visitor.post("/track/", {"number": row.number, "digits": PHONE[-4:]})
    return f"/consents/own/{row.pk}/"


def test_one_asks_on_the_board_and_sees_whom_one_waits_for(editor):
    asked(editor)
    page = text(editor.get(BOARD))
    assert "郭**" in page and "灯的那一户" in page and "等答复" in page and "没问" in page
    assert "2月17日 问过，一周后再问。" in page
    assert "郭宝山" not in page and PHONE not in page


def test_asked_again_within_a_week_the_page_says_when(editor):
    asked(editor)
    answer = editor.post(BOARD, wrote())
    assert answer.status_code in (409, 422)
    assert "2月17日 问过，一周后再问。" in text(answer)


def test_who_may_not_ask_there_finds_no_page(client_as, editor):
    assert client_as("auditor").get(BOARD).status_code == 403
    assert editor.get(f"/consents/of/{KIND}/{world.new()}/").status_code == 404
    assert editor.get(f"/consents/of/nothing/{KEY}/").status_code == 404


def test_on_ones_own_telephone_one_answers_and_takes_back(editor, visitor, taken):
    row = asked(editor)
    own = f"/consents/own/{row.pk}/"
    assert visitor.get(own).status_code == 302
    own = follow(visitor, row)
    page = text(visitor.get(own))
    assert "一盏顶灯" in page and "138****6630" in page and "随时能收回" in page
    answer = visitor.post(f"{own}answer/", {"say_text": "yes", "say_photo": "no"})
    assert answer["Location"] == f"{own}code/"
    page = text(visitor.get(f"{own}code/"))
    assert "同意使用我的：文字。" in page and "不同意使用我的：照片。" in page
    visitor.post(f"{own}code/", {"code": world.last_code()})
    assert dict(row.consents.values_list("medium", "state")) == {"text": State.GIVEN, "photo": State.DECLINED}
    assert "同意，到" in text(visitor.get(own)).replace("\n", "")
    visitor.post(f"{own}text/withdraw/")
    assert [gone.medium for gone in taken] == [Medium.TEXT]
    assert "收回" in text(visitor.get(own))


def test_a_no_is_one_tap(editor, visitor):
    row = asked(editor)
    own = follow(visitor, row)
    visitor.post(f"{own}answer/", {"say_text": "no", "say_photo": "no"})
    assert set(row.consents.values_list("state", flat=True)) == {State.DECLINED}


def test_in_another_browser_nothing_is_answered_or_taken_back(editor, visitor):
    row = asked(editor)
    own = f"/consents/own/{row.pk}/"
    for path in ("answer/", "code/", "text/withdraw/"):
        assert visitor.post(own + path, {"say_text": "no"})["Location"] == "/track/"
    assert set(row.consents.values_list("state", flat=True)) == {State.ASKED}


def test_an_answer_on_paper_and_taken_back_at_the_window(editor, taken):
    row = asked(editor)
    path = f"/consents/requests/{row.pk}/paper/"
    assert "见证人" in text(editor.get(path))
    scan = SimpleUploadedFile("授权书.png", picture("PNG"), "image/png")
    answer = editor.post(path, {"say_text": "yes", "say_photo": "no", "witness": "常丽", "scan": scan})
    assert answer.status_code == 302
    assert {medium for _who, medium in queries.given(KIND, KEY, row.asked_at)} == {Medium.TEXT}
    one = row.consents.get(medium=Medium.TEXT)
    editor.post(f"/consents/given/{one.pk}/withdraw/", {"how": "本人到窗口"})
    assert len(taken) == 1
