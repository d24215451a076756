"""A session that ends in the middle of a form loses nothing typed."""

from datetime import timedelta

import pytest

from sanshe.core.accounts import actions
from sanshe.core.accounts.models import Stash
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from tests.accounts.test_pages import PASSWORD, sign_in

pytestmark = pytest.mark.django_db
TYPED = {"q": "写了半小时", "password": "secret word", "_request_id": "018f3c5e-0000-7000-8000-000000000001"}


@pytest.fixture
def worker(at, visitor):
    """Somebody whose session just ended, in the browser they worked in."""
    made = {"by": SYSTEM, "at": at("2022-01-01"), "password": PASSWORD}
    user = actions.create_user(username="haomin", name="郝敏", **made)
    sign_in(visitor)
    visitor.session.flush()
    return user


def test_what_was_typed_comes_back_after_signing_in(visitor, worker):
    answer = visitor.post("/audit/verify/", TYPED, headers={"Referer": "http://testserver/audit/?q=1"})
    assert answer["Location"] == "/login/?next=%2Faudit%2F%3Fq%3D1"
    assert sign_in(visitor)["Location"] == "/accounts/unsent/"
    page = visitor.get("/accounts/unsent/").content.decode()
    assert "写了半小时" in page and 'action="/audit/verify/"' in page and TYPED["_request_id"] in page
    assert "secret word" not in page


def test_it_is_stored_encrypted(visitor, worker):
    visitor.post("/audit/verify/", TYPED)
    from sanshe.core.privacy.queries import raw

    stored = raw(Stash, Stash._meta.get_field("fields")).values_list("raw", flat=True).get()
    assert stored.startswith("v1:") and "半" not in stored


def test_another_person_at_the_same_browser_sees_nothing(visitor, worker, at):
    visitor.post("/audit/verify/", TYPED)
    made = {"by": SYSTEM, "at": at("2022-01-01"), "password": PASSWORD}
    actions.create_user(username="other", name="侯建平", **made)
    assert sign_in(visitor, username="other")["Location"] == "/"
    assert "写了半小时" not in visitor.get("/accounts/unsent/").content.decode()


def test_another_browser_sees_nothing(visitor, worker, client_of):
    visitor.post("/audit/verify/", TYPED)
    assert sign_in(client_of())["Location"] == "/"


def test_a_browser_nobody_signed_in_from_stores_nothing(client_of):
    client_of().post("/audit/verify/", TYPED)
    assert not Stash.objects.exists()


def test_it_is_dropped_when_not_wanted_and_swept_after_an_hour(visitor, worker):
    visitor.post("/audit/verify/", TYPED)
    sign_in(visitor)
    visitor.post("/accounts/unsent/drop/")
    assert not Stash.objects.exists()
    visitor.session.flush()
    visitor.post("/audit/verify/", TYPED)
    assert actions.sweep_unsent(real=clock.real()) == 0
    assert actions.sweep_unsent(real=clock.real() + timedelta(hours=1, seconds=1)) == 1
