"""What is not declared does not exist; an API asks for the same codes as a page."""

from uuid import uuid4

import pytest
from django.test import Client

from sanshe.core.accounts import actions
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.site")]


@pytest.mark.parametrize("path", ["/undeclared/", "/closed/", "/api/nothing/"])
def test_nobody_opens_what_is_closed_or_undeclared(client_as, path):
    assert client_as("district_admin").get(path).status_code == 404


def test_an_api_answers_a_holder_and_says_who(client_as):
    assert client_as("auditor").get("/api/things/").json() == {"who": "孔维民"}


def test_an_api_asks_by_method(client_as):
    auditor = client_as("auditor")
    assert auditor.post("/api/things/").status_code == 403
    assert auditor.post("/api/things/").json()["needs"] == ["accounts.people.manage"]
    assert auditor.delete("/api/things/").status_code in (403, 405)


def test_an_api_tells_a_visitor_to_sign_in(visitor):
    answer = visitor.get("/api/things/")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_an_api_write_by_a_browser_must_prove_its_form(user_as):
    browser = Client(enforce_csrf_checks=True, headers={"X-Request-Id": str(uuid4())})
    browser.force_login(user_as("district_admin"))
    session = browser.session
    session["accounts.second_factor"] = True
    session.save()
    assert browser.post("/api/things/").status_code == 403
    browser.get("/login/")
    token = browser.cookies["csrf"].value
    assert browser.post("/api/things/", headers={"X-CSRFToken": token}).json() == {"written": True}


def test_an_api_write_by_a_token_needs_no_form(user_as):
    term = user_as("district_admin").appointments.get()
    moment = {"at": clock.now(), "real": clock.real()}
    _, secret = actions.make_token(appointment=term, label="x", days=1, by=SYSTEM, **moment)
    headers = {"Authorization": f"Bearer {secret}", "X-Request-Id": str(uuid4())}
    answer = Client(enforce_csrf_checks=True).post("/api/things/", headers=headers)
    assert answer.json() == {"written": True}


def test_a_spoilt_token_is_not_helped_by_a_session(client_as):
    browser = client_as("district_admin")
    assert browser.get("/api/things/", headers={"Authorization": "Bearer x"}).status_code == 401


def test_staff_without_a_second_factor_get_no_api_by_session(user_as):
    browser = Client()
    browser.force_login(user_as("district_admin"))
    answer = browser.get("/api/things/")
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/json")
