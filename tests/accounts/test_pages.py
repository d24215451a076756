"""The door: signing in, locks, and coming back to where one was."""

import pytest

from sanshe.core.accounts import actions
from sanshe.core.accounts.models import Failure
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import SYSTEM

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def staff(at):
    made = {"by": SYSTEM, "at": at("2022-01-01"), "password": PASSWORD}
    return actions.create_user(username="haomin", name="郝敏", is_staff=True, **made)


def sign_in(browser, password=PASSWORD, username="haomin", **more):
    return browser.post("/login/", {"username": username, "password": password} | more)


def test_a_right_password_lets_in_and_goes_on(visitor, staff):
    answer = sign_in(visitor, next="/incubation/")
    assert (answer.status_code, answer["Location"]) == (302, "/incubation/")
    assert history("accounts.user", staff.pk)[0].event == "accounts.signed_in"


def test_next_never_leads_away(visitor, staff):
    for away in ("https://example.org/", "//example.org", "javascript:alert(1)"):
        assert sign_in(visitor, next=away)["Location"] == "/accounts/2fa/"
        visitor.logout()


def test_a_wrong_password_says_how_often_one_may_try_and_keeps_the_name(visitor, staff):
    page = sign_in(visitor, "wrong")
    assert page.status_code == 422
    assert "再输错 4 次" in page.content.decode() and 'value="haomin"' in page.content.decode()


def test_the_fifth_failure_locks_this_device_even_for_the_right_password(visitor, staff):
    for _ in range(5):
        page = sign_in(visitor, "wrong")
    assert "还要等 15 分钟" in page.content.decode()
    assert sign_in(visitor).status_code == 422
    assert history("accounts.user", staff.pk)[0].event == "accounts.locked"


def test_another_device_is_not_locked(visitor, client_of, staff):
    for _ in range(5):
        sign_in(visitor, "wrong")
    assert sign_in(client_of()).status_code == 302


def test_guesses_from_everywhere_lock_unknown_devices_only(visitor, client_of, staff):
    sign_in(visitor)
    visitor.post("/accounts/logout/")
    for _ in range(20):
        sign_in(client_of(), "wrong")
    assert sign_in(client_of()).status_code == 422
    assert sign_in(visitor).status_code == 302


def test_an_account_that_is_not_there_answers_alike(visitor, staff):
    page = sign_in(visitor, username="nobody")
    assert "再输错 4 次" in page.content.decode()


def test_a_lock_ends_by_itself(visitor, staff, monkeypatch):
    for _ in range(5):
        sign_in(visitor, "wrong")
    Failure.objects.update(locked_until="2022-01-01T00:00Z", since="2022-01-01T00:00Z")
    assert sign_in(visitor).status_code == 302


def test_staff_without_a_second_factor_are_led_to_set_one(visitor, staff):
    sign_in(visitor)
    assert visitor.get("/audit/")["Location"] == "/accounts/2fa/"


def test_signing_in_without_a_second_factor_ends_where_one_is_set(visitor, staff):
    assert sign_in(visitor)["Location"] == "/accounts/2fa/"


def test_a_public_page_shows_staff_without_a_second_factor_what_the_public_sees(visitor, staff):
    sign_in(visitor)
    assert "等我处理" not in visitor.get("/").content.decode()


def test_a_visitor_is_asked_to_sign_in_and_comes_back(visitor):
    assert visitor.get("/audit/?q=1")["Location"] == "/login/?next=%2Faudit%2F%3Fq%3D1"


def test_who_lacks_the_code_learns_who_has_it(client_as):
    page = client_as("panelist").get("/audit/")
    assert page.status_code == 403 and "审计监督" in page.content.decode()


@pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "password/set/"])
def test_what_the_library_offers_and_we_do_not_is_closed(visitor, path):
    assert visitor.get(f"/accounts/{path}").status_code == 404


def test_the_librarys_sign_in_page_is_ours(visitor):
    assert visitor.get("/accounts/login/?next=/audit/")["Location"] == "/login/?next=/audit/"
