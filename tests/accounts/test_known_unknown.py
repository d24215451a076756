"""Who does not know an account learns nothing of it at the door: the same words, queries and hashes."""

import re

import pytest
from django.contrib.auth.hashers import get_hasher
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanshe.core.accounts import actions
from sanshe.core.accounts.actions.pacing import spend_code
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough one 7"


@pytest.fixture
def accounts(at):
    """One by a name, one with a telephone too, one who is out, one who has set no password."""
    made = {"by": SYSTEM, "at": at("2022-01-01"), "is_staff": True}
    actions.create_user(username="haomin", name="郝敏", password=PASSWORD, **made)
    actions.create_user(username="fanli", name="樊丽", phone="13800000001", password=PASSWORD, **made)
    out = actions.create_user(username="gone", name="路遥", password=PASSWORD, **made)
    out.is_active = False
    out.save()
    actions.create_user(username="fresh", name="田晓红", **made)


@pytest.fixture
def hashed(monkeypatch):
    """How often a password was worked on."""
    kind, n = type(get_hasher()), []
    for name in ("encode", "verify"):
        plain = getattr(kind, name)

        def counted(self, *args, plain=plain, name=name, **more):
            if not n or n[-1] != "in":
                n.append("in")
                try:
                    return plain(self, *args, **more)
                finally:
                    n[-1] = "out"
            return plain(self, *args, **more)

        monkeypatch.setattr(kind, name, counted)
    return n


def guess(client_of, hashed, name):
    browser = client_of()
    browser.get("/login/")
    hashed.clear()
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post("/login/", {"username": name, "password": "not this one 123"})
    page = answer.content.decode().replace(name, "NAME")
    page = re.sub(r"(csrfmiddlewaretoken|_request_id|nonce)[^>]*>", "", page)
    return answer.status_code, len(asked), len(hashed), page


@pytest.mark.parametrize("name", ["haomin", "fanli", "13800000001", "gone", "fresh"])
def test_a_wrong_password_and_no_account_at_all_are_answered_alike(still, client_of, accounts, hashed, name):
    guess(client_of, hashed, "first7")  # what a process keeps is in memory from here on
    assert guess(client_of, hashed, name) == guess(client_of, hashed, "nobody7")
    assert len(hashed) == 1


def test_a_one_time_code_is_taken_once_by_the_whole_house(user_as):
    """Kept in the database, not in the memory of a process, whose neighbour would take it again."""
    one, other, real = user_as("auditor"), user_as("auditor"), clock.real()
    spend_code(user=one, code="123 456", real=real)
    with pytest.raises(Refused, match="code_used"):
        spend_code(user=one, code="123456", real=real)
    spend_code(user=other, code="123456", real=real)
    spend_code(user=one, code="123457", real=real)


def test_the_second_factor_takes_no_code_that_another_process_took(visitor, at, user_as):
    from allauth.mfa.totp.internal.auth import TOTP
    from django.core.cache import cache

    from tests.accounts.test_access import six_digits

    secret = "JBSWY3DPEHPK3PXP"
    user = actions.create_user(
        username="haomin", name="郝敏", password=PASSWORD, is_staff=True, by=SYSTEM, at=at("2022-01-01")
    )
    TOTP.activate(user, secret)
    code = six_digits(secret)
    spend_code(user=user, code=code, real=clock.real())
    cache.clear()  # the memory of another process
    visitor.get("/login/")
    visitor.post("/login/", {"username": "haomin", "password": PASSWORD})
    answer = visitor.post("/accounts/2fa/authenticate/", {"code": code})
    assert answer.status_code in (200, 422) and "这个码用过了" in answer.content.decode()


def test_a_page_that_bears_the_name_of_one_of_the_librarys_is_not_opened_by_its_policy(settings):
    from sanshe.core.accounts.adapters import needs_of

    def page(request):
        raise AssertionError

    assert needs_of(page, "fair/account_login/", "GET") == () and needs_of(page, "account_login", "GET") == ()
    assert needs_of(page, "accounts/2fa/authenticate/", "GET") == ("public",)
