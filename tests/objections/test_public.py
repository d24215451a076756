"""What anyone does: object, get a receipt, take it back, follow it, ask for a review. Without an account."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from sanshe.core.accounts.models import Failure
from sanshe.core.objections import actions, rules
from sanshe.core.objections.enums import Outcome, State, Verdict
from sanshe.core.objections.models import Objection
from sanshe.core.objections.types import Finding
from tests.objections import world
from tests.objections.world import AT, SAID

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.objections.world")]
FACT = "公示的服务地点和实际不一样，请核实。"


@pytest.fixture
def anyone(case, client_of, it_is):
    it_is("2022-01-20 09:12")
    return client_of()


def typed(case, **more):
    return {"subject": str(case.subject), "fact": FACT, "name": "许建国", "phone": "13800001234", **more}


def raised(client, case, **more):
    return client.post(f"/toys/{case.key}/object/", typed(case, **more))


def newest():
    return Objection.objects.order_by("-pk")[0]


def test_anyone_objects_and_the_receipt_says_number_days_and_ways(anyone, case):
    page = raised(anyone, case).content.decode()
    row = newest()
    assert row.number == "220120-002" and page.count(row.number) >= 2
    for said in (
        "最迟 1月25日 24 时",
        "最迟 2月8日 24 时",
        "data-copy",
        "0352-0000000",
        "永泰街 1 号",
        "09:22 以前可以收回",
    ):
        assert said in page
    assert f'action="{reverse("objections:take_back", args=[row.pk])}"' in page and "13800001234" not in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"fact": "短"}, "至少 10 个字"),
        ({"name": ""}, "请写真实姓名"),
        ({"phone": "1"}, "请写电话"),
        ({"subject": ""}, "请选公示名单里的一项"),
        ({"subject": "x"}, "请选公示名单里的一项"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(anyone, case, more, said):
    answer = raised(anyone, case, **more)
    page = answer.content.decode()
    assert answer.status_code == 422 and said in page and (FACT in page or "fact" in more)
    assert Objection.objects.count() == 1


def test_all_that_is_missing_is_said_at_once(anyone, case):
    page = anyone.post(f"/toys/{case.key}/object/", {}).content.decode()
    assert page.count('data-s="bad"') == 4


def test_grounds_that_were_not_offered_are_not_kept(anyone, case):
    raised(anyone, case, grounds=[world.GROUNDS[1], "别的"])
    assert newest().grounds == [world.GROUNDS[1]]


def test_after_the_window_the_form_says_so_and_takes_nothing(anyone, case, it_is):
    it_is("2022-01-22 00:00:00")
    assert "不在公示期里" in anyone.get(f"/toys/{case.key}/object/").content.decode()
    assert raised(anyone, case).status_code == 409 and Objection.objects.count() == 1
    assert anyone.get(f"/toys/{uuid4()}/object/").status_code == 404


def test_the_receipt_has_a_button_that_takes_it_back(anyone, case, it_is):
    raised(anyone, case)
    row = newest()
    gone = anyone.post(reverse("objections:take_back", args=[row.pk]), follow=True).content.decode()
    row.refresh_from_db()
    assert row.state == State.TAKEN_BACK and "已经收回" in gone and "收回，当作没提" not in gone


def test_after_ten_minutes_the_button_withdraws(anyone, case, it_is):
    raised(anyone, case)
    row = newest()
    it_is("2022-01-20 09:22:30")
    page = anyone.get(reverse("objections:own", args=[row.pk])).content.decode()
    assert reverse("objections:withdraw", args=[row.pk]) in page and "take-back" not in page
    assert anyone.post(reverse("objections:take_back", args=[row.pk])).status_code == 409
    assert "已撤回" in anyone.post(reverse("objections:withdraw", args=[row.pk]), follow=True).content.decode()


@pytest.mark.parametrize("name", ["own", "take_back", "withdraw", "ask_review"])
def test_another_browser_is_asked_for_number_and_digits_whether_it_is_there_or_not(anyone, case, client_of, name):
    raised(anyone, case)
    for pk in (newest().pk, uuid4()):
        url, other = reverse(f"objections:{name}", args=[pk]), client_of()
        answer = other.get(url) if name == "own" else other.post(url, {"reason": "x"})
        assert (answer.status_code, answer["Location"]) == (302, "/track/")
    assert newest().state == State.RECEIVED


def test_one_follows_it_by_number_and_digits_and_asks_for_a_review(anyone, case, client_of, it_is):
    row, by = case.row, case.actor("handler")
    actions.accept(objection=row, points=["一"], by=by, at=AT)
    actions.judge(objection=row, findings=[Finding(1, Verdict.FALSE, "查了")], by=by, at=AT)
    actions.answer(objection=row, outcome=Outcome.DISMISSED, text="三点均与事实不符。", by=by, at=AT)
    said = {"number": row.number, "digits": SAID.phone[-4:]}
    page = anyone.post("/track/", said, follow=True).content.decode()
    assert "三点均与事实不符" in page and "不成立" in page and SAID.name not in page
    ask = reverse("objections:ask_review", args=[row.pk])
    assert anyone.post(ask, {"reason": ""}).status_code == 409
    assert "复核中" in anyone.post(ask, {"reason": "没有看到原件"}, follow=True).content.decode()
    it_is("2022-01-28 00:00:00")
    assert anyone.post(ask, {"reason": "再看"}).status_code == 409


def test_no_browser_fills_the_list_and_nobody_loses_a_text_or_a_day(anyone, case, monkeypatch, it_is):
    """The last second of the window: the sixth of one browser waits, and counts from when it was first handed in."""
    from sanshe.core.kit import clock

    it_is("2022-01-21 23:59:58")
    assert [raised(anyone, case).status_code for _ in range(5)] == [200] * 5
    url, asked = f"/toys/{case.key}/object/", {"X-Request-Id": str(uuid4())}
    late = anyone.post(url, typed(case), headers=asked)
    page = late.content.decode()
    assert late.status_code == 429 and int(late["Retry-After"]) == 300
    assert FACT in page and "13800001234" in page and "请稍后" in page and "0352-0000000" in page
    assert asked["X-Request-Id"] in page and Objection.objects.count() == 6
    signed = re.search(r'name="_received" value="([^"]+)"', page)[1]
    it_is("2022-01-22 00:05:01")
    later = clock.real() + timedelta(minutes=5, seconds=1)
    monkeypatch.setattr("sanshe.core.kit.clock.real", lambda: later)
    assert anyone.post(url, typed(case, _received=signed, fact=FACT + "改过"), headers=asked).status_code == 409
    assert anyone.post(url, typed(case, _received=signed), headers=asked).status_code == 200
    assert Objection.objects.count() == 7 and newest().number.startswith("220121-")


def test_what_is_not_taken_does_not_count_and_no_address_is_kept(anyone, case):
    assert [raised(anyone, case, phone="1").status_code for _ in range(7)] == [422] * 7
    assert raised(anyone, case).status_code == 200
    kept = list(Failure.objects.values_list("account", "device", "count"))
    assert len(kept) == 3 and all(len(mark) == 64 and device == "" and n == 1 for mark, device, n in kept)


def test_many_browsers_of_one_address_are_counted_too(anyone, case, client_of, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OF_ADDRESS", 2)
    assert [raised(client_of(), case).status_code for _ in range(3)] == [200, 200, 429]


def test_the_public_count_under_three_tells_nobody(anyone, case):
    page = lambda: anyone.get(f"/toys/{case.key}/object/").content.decode()  # noqa: E731
    assert "收到异议 少于 3 件" in page()
    for _ in range(2):
        raised(anyone, case)
    assert "收到异议 3 件" in page()


def test_what_was_shown_unmasked_is_kept_in_no_receipt(anyone, case, client_of):
    from sanshe.core.receipts.models import Receipt

    page = client_of(case.users["handler"]).post(reverse("objections:reveal", args=[case.row.pk]))
    assert SAID.phone in page.content.decode()
    assert not Receipt.objects.filter(path__endswith="/reveal/").exists()
