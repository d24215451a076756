"""Every fault has a page of ours that says what to do, and gives back what was typed."""

import html
import re
from uuid import uuid4

import pytest
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import path

from sanshe.core.areas import actions as areas
from sanshe.core.areas import adapters
from sanshe.core.kit import clock, ids
from sanshe.core.kit.access import SYSTEM, Open, needs
from sanshe.core.parties.models import Organisation
from sanshe.core.receipts import views
from tests.parties.test_forms import GIVEN

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
HERE = {"Origin": "http://testserver"}
BEFORE, AFTER = "a" * 32, "b" * 32  # the mark of a form drawn before signing in again, and the browser's since then
FIELD = re.compile(r'<(?:textarea|input)[^>]*name="(\w+)"(?:[^>]*value="([^"]*)")?[^>]*>(?:\n([^<]*)</textarea>)?')


def fields_of(page, action):
    """The form of a page that goes to an address, as a browser would send it."""
    form = re.search(rf'<form method="post" action="{re.escape(action)}".*?</form>', page, re.DOTALL)
    return {name: html.unescape(value or text) for name, value, text in FIELD.findall(form[0])} if form else {}


@pytest.fixture
def officer(at, client_as):
    """An officer whose page is older than the last signing in of this browser."""
    areas.load(lines=adapters.read(adapters.DEMO), by=SYSTEM, at=at("2021-12-01 09:00"))
    browser = client_as("bureau_officer")
    browser.handler.enforce_csrf_checks = True
    browser.cookies["csrf"] = AFTER
    return browser


def send(browser, path="/parties/new/", given=GIVEN, headers=HERE):
    given = {**given, "csrfmiddlewaretoken": BEFORE, "_request_id": str(ids.new())}
    return browser.post(path, given, headers=headers, without_request_id=True)


def test_who_signed_in_again_in_another_tab_sends_the_same_form_again(officer):
    told = send(officer, given=GIVEN | {"address": "永泰街 1 号\n<b>二楼"})
    page = told.content.decode()
    assert (
        told.status_code == 403 and "重新登录过" in page and "DEBUG" not in page and not Organisation.objects.exists()
    )
    assert officer.user.name in page  # as whom it would be sent now
    form = fields_of(page, "/parties/new/")
    assert form["address"] == "永泰街 1 号\n<b>二楼" and form["name"] == GIVEN["name"]
    assert form["csrfmiddlewaretoken"] not in ("", BEFORE)
    done = officer.post("/parties/new/", form, headers=HERE, without_request_id=True)
    assert done.status_code == 302 and Organisation.objects.get().name == GIVEN["name"]


def test_an_old_browser_that_only_tells_the_page_gets_it_too_and_a_way_back(officer):
    page = send(officer, headers={"Referer": "http://testserver/parties/?q=1"}).content.decode()
    assert fields_of(page, "/parties/new/")["name"] == GIVEN["name"] and 'href="/parties/?q=1"' in page


FOREIGN = ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Referer": "http://evil.example/testserver/"}, {})


@pytest.mark.parametrize("headers", FOREIGN)
def test_no_other_site_has_its_form_worded_as_ours(officer, headers):
    """It would take one click to send what another site wrote, with a mark of ours."""
    told = send(officer, headers=headers)
    page = told.content.decode()
    assert told.status_code == 403 and "csrfmiddlewaretoken" not in page and 'method="post"' not in page
    assert "认不出" in page and GIVEN["name"] in page and 'href="/parties/new/"' in page


def test_a_secret_never_comes_back(officer):
    page = send(officer, "/login/", {"username": "haomin", "password": "secret word"}).content.decode()
    assert (
        "secret word" not in page
        and "haomin" in page
        and 'method="post"' not in page
        and "密码和验证码不留" in page
        and "重新登录过" in page
    )


def test_a_script_whose_mark_is_old_is_told_in_json(officer):
    told = send(officer, headers=HERE | JSON)
    assert (told.status_code, told.json()["code"]) == (403, "api.forged")


@pytest.mark.parametrize(
    ("method", "path", "status", "word"),
    [
        ("get", "/nowhere/", 404, "没有这一页"),
        ("get", "/ui/preferences/", 405, "按钮"),
        ("get", "/?x=%00", 400, "读不懂"),
    ],
)
def test_a_fault_without_a_word_is_a_page_of_ours(visitor, method, path, status, word):
    told = getattr(visitor, method)(path)
    page = told.content.decode()
    assert told.status_code == status and word in page and 'class="s-lone"' in page and 'href="/"' in page


def test_a_wrong_method_still_names_the_right_ones(visitor):
    assert visitor.get("/ui/preferences/")["Allow"] == "POST"
    told = visitor.get("/ui/preferences/", headers=JSON)
    assert (told.status_code, told["Allow"], told.json()["code"]) == (405, "POST", "api.no_such_act")


def test_what_no_view_decided_makes_no_script_forget_what_was_typed(visitor):
    """404 in JSON is a last word to the scripts that keep what was typed: only a view may say it."""
    assert visitor.post("/nowhere/", headers=JSON)["Content-Type"].startswith("text/html")
    assert visitor.post("/api/v1/nowhere/", headers=JSON).json()["code"] == "api.missing"


def test_a_write_without_its_number_comes_back_with_one(visitor):
    told = visitor.post("/ui/preferences/", {"theme": "dark"}, without_request_id=True)
    form = fields_of(told.content.decode(), "/ui/preferences/")
    assert told.status_code == 400 and form["theme"] == "dark"
    assert visitor.post("/ui/preferences/", form, without_request_id=True).status_code == 302


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=100)
def test_too_much_text_is_413_and_says_how_much_goes(visitor):
    told = visitor.post("/ui/preferences/", "theme=" + "x" * 200, content_type="application/x-www-form-urlencoded")
    assert told.status_code == 413 and "2 MB" in told.content.decode() and "data-back" in told.content.decode()


def test_and_a_program_is_told_so_too(rf):
    told = views.unreadable(rf.post("/api/v1/x/"), RequestDataTooBig("too big"))
    assert told.status_code == 413 and b"api.too_large" in told.content


class Site:
    """A house in which one address fails."""

    @staticmethod
    @needs(Open.PUBLIC)
    def fails(request):
        raise ZeroDivisionError

    @staticmethod
    @needs(Open.PUBLIC)
    def tires(request):
        return HttpResponse(status=429, headers={"Retry-After": "60"})

    handler400 = "sanshe.core.receipts.views.unreadable"
    handler404 = "sanshe.core.ui.views.missing"
    handler500 = "sanshe.core.receipts.views.failed"


Site.urlpatterns = [path("fails/", Site.fails), path("tires/", Site.tires)]


@pytest.fixture
def failing(settings):
    settings.ROOT_URLCONF = Site
    return Client(raise_request_exception=False)


def test_a_write_that_fails_comes_back_to_be_sent_again(failing):
    one = str(uuid4())
    told = failing.post("/fails/", {"text": "写了半小时", "password": "secret word", "_request_id": one})
    page = told.content.decode()
    assert told.status_code == 500 and fields_of(page, "/fails/") == {"text": "写了半小时", "_request_id": one}
    assert "secret word" not in page and "日志" in page


def test_a_page_that_fails_says_so_and_a_script_is_told_in_json(failing):
    assert "出了错" in failing.get("/fails/").content.decode()
    told = failing.get("/fails/", headers=JSON)
    assert (told.status_code, told.json()["code"]) == (500, "api.failed")


def test_a_form_that_cannot_be_read_does_not_break_the_page_of_the_fault(rf):
    request = rf.post("/fails/", b"x", content_type="multipart/form-data; boundary=")
    request.received_at = clock.now()
    assert views.failed(request).status_code == 500


def test_too_often_says_to_come_later_and_when(failing):
    told = failing.get("/tires/")
    assert told.status_code == 429 and "过一会儿" in told.content.decode() and told["Retry-After"] == "60"
    assert failing.get("/tires/", headers=JSON).json()["code"] == "api.too_often"
