"""Signing in with a phone."""

import re
from datetime import timedelta

import pytest

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.actions.phone import SIGN_IN
from sanshe.core.accounts.enums import R
from sanshe.core.accounts.models import PhoneCode, User
from sanshe.core.accounts.types import CodeUse
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.notices.models import Message

pytestmark = pytest.mark.django_db
PHONE = "13800000000"


def last_code():
    return re.search(r"\d{6}", Message.objects.filter(channel="sms").order_by("-made_at", "-pk").first().text)[0]


def ask(browser, phone=PHONE, **more):
    return browser.post("/accounts/phone/", {"phone": phone} | more)


def enter(browser, code):
    return browser.post("/accounts/phone/code/", {"code": code})


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def later(**age):
    made = clock.real() - timedelta(**age)
    PhoneCode.objects.update(made_at=made, slot=0)


def test_the_first_code_makes_a_user_with_a_phone_and_nothing_else(visitor):
    assert ask(visitor, next="/incubation/")["Location"] == "/accounts/phone/code/"
    assert "138****0000" in visitor.get("/accounts/phone/code/").content.decode()
    assert enter(visitor, last_code())["Location"] == "/incubation/"
    user = User.objects.get()
    assert (user.phone, user.name, user.username, user.is_staff) == (PHONE, "", None, False)


def test_the_same_phone_is_the_same_user_on_another_device(visitor, client_of):
    ask(visitor, "138 0000 0000")
    enter(visitor, last_code())
    later(minutes=2)
    other = client_of()
    ask(other, "+8613800000000")
    assert enter(other, last_code()).status_code == 302
    assert User.objects.count() == 1


def test_a_code_is_stored_as_a_fingerprint(visitor):
    ask(visitor)
    row = PhoneCode.objects.get()
    assert last_code() not in row.code_hash and PHONE not in row.phone_blind


def test_a_wrong_code_says_how_often_one_may_try_and_the_sixth_try_is_too_much(visitor):
    ask(visitor)
    code = last_code()
    assert "还能试 4 次" in enter(visitor, wrong(code)).content.decode()
    for _ in range(4):
        enter(visitor, wrong(code))
    assert "试满 5 次" in enter(visitor, code).content.decode()


def test_a_code_is_over_after_ten_minutes_and_after_use(visitor):
    ask(visitor)
    code = last_code()
    later(minutes=10)
    assert "过了 10 分钟" in enter(visitor, code).content.decode()
    ask(visitor)
    code = last_code()
    assert enter(visitor, code).status_code == 302
    assert enter(visitor, code)["Location"] == "/accounts/phone/"


def test_a_code_holds_only_in_the_browser_that_asked(visitor, client_of):
    ask(visitor)
    code = last_code()
    other = client_of()
    later(minutes=2)
    ask(other)
    assert enter(other, code).status_code == 422
    assert enter(visitor, code).status_code == 302


def test_one_code_a_minute(visitor):
    ask(visitor)
    assert "再要" in ask(visitor).content.decode()
    assert Message.objects.count() == 1


def test_what_is_no_phone_gets_no_code(visitor):
    page = ask(visitor, "12345")
    assert page.status_code == 422 and "11 位" in page.content.decode() and 'value="12345"' in page.content.decode()


def test_a_phone_alone_opens_no_office(visitor, at):
    actions.create_user(by=SYSTEM, at=at("2022-01-01"), username="x", phone=PHONE, is_staff=True)
    ask(visitor)
    assert "工作人员用账号名和密码" in enter(visitor, last_code()).content.decode()


def test_sweeping_forgets_codes_of_yesterday(visitor):
    ask(visitor)
    later(hours=23)
    assert actions.sweep(real=clock.real()) == 0
    later(hours=24)
    assert actions.sweep(real=clock.real()) == 1
    assert queries.open_code(phone=PHONE, device="", use=SIGN_IN) is None


def test_in_a_demo_the_code_page_leads_to_the_box_of_messages(visitor, settings):
    from types import ModuleType

    from django.urls import include, path

    from sanshe.config import urls
    from sanshe.core.notices import urls as notices

    ask(visitor)
    assert "sms/" not in visitor.get("/accounts/phone/code/").content.decode()
    settings.ROOT_URLCONF = ModuleType("urls_of_a_demo")
    box = [path("sms/", notices.views.messages.sms, name="sms"), *notices.urlpatterns]
    settings.ROOT_URLCONF.urlpatterns = [path("notices/", include((box, "notices"))), *urls.urlpatterns]
    assert "/notices/sms/" in visitor.get("/accounts/phone/code/").content.decode()


def test_a_browser_without_its_cookie_gets_no_more_codes_for_a_number(client_of):
    for n in range(5):
        assert ask(client_of()).status_code == 302
        PhoneCode.objects.update(made_at=clock.real() - timedelta(minutes=30))
        PhoneCode.objects.filter(slot__gt=5).update(slot=n)  # all moved at once would meet on PostgreSQL
    assert "这个号码要的码太多了" in ask(client_of()).content.decode()
    assert ask(client_of(), "13800000001").status_code == 302


def test_the_house_and_an_address_have_ceilings_whatever_the_browser(client_of, monkeypatch):
    from sanshe.core.accounts import rules

    monkeypatch.setattr(rules, "CODES_OF_ADDRESS", 2)
    told = [ask(client_of(), f"1380000010{n}") for n in range(3)]
    assert [one.status_code for one in told] == [302, 302, 429] and "现在来的人多" in told[2].content.decode()
    monkeypatch.setattr(rules, "CODES_OF_ADDRESS", 99)
    monkeypatch.setattr(rules, "CODES_OF_HOUSE", 2)
    assert "到了上限" in ask(client_of(), "13800000109").content.decode()
    assert PhoneCode.objects.count() == 2


def test_a_known_and_an_unknown_number_are_answered_alike(client_of, user_as):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    known, told = user_as().phone, []
    for phone in ("13800000008", known, "13800000009"):  # the first of an address is counted in a new row
        browser = client_of()
        browser.get("/accounts/phone/")
        with CaptureQueriesContext(connection) as asked:
            answer = ask(browser, phone)
        told.append((answer.status_code, answer["Location"], len(asked)))
    assert told[1] == told[2]


def test_a_code_holds_for_the_use_and_the_thing_it_was_sent_for(db):
    said = {"phone": PHONE, "device": "d", "real": clock.real()}
    use = CodeUse("test.sign", timedelta(minutes=5), 3, SIGN_IN.template)
    actions.send_code(**said, at=clock.now(), use=use, about="one text")
    code = last_code()
    for other in ({}, {"use": use}, {"use": use, "about": "another text"}):
        with pytest.raises(Refused) as no:
            actions.prove_phone(**said, code=code, **other)
        assert no.value.code == R.CODE_OVER
    assert actions.prove_phone(**said, code=code, use=use, about="one text") == PhoneCode.objects.get().pk
    with pytest.raises(Refused):
        actions.prove_phone(**said, code=code, use=use, about="one text")
    assert User.objects.count() == 0


def test_a_use_has_its_own_life_and_number_an_hour(db):
    use = CodeUse("test.sign", timedelta(minutes=5), 1, SIGN_IN.template)
    said = {"phone": PHONE, "device": "d", "use": use}
    actions.send_code(**said, at=clock.now(), real=clock.real())
    later(minutes=5)
    said["real"] = clock.real()
    with pytest.raises(Refused) as no:
        actions.prove_phone(**said, code=last_code())
    assert (no.value.code, no.value.facts["minutes"]) == (R.CODE_OVER, 5)
    with pytest.raises(Refused) as no:
        actions.send_code(**said, at=clock.now())
    assert (no.value.code, no.value.facts["hour"]) == (R.TOO_MANY, 1)
