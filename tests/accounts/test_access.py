"""Links, tokens, sessions, second factors, and the demo's one click."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from sanshe.core.accounts import actions, adapters, queries
from sanshe.core.accounts.enums import E
from sanshe.core.accounts.models import Token
from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.queries import history
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from tests.accounts.test_pages import PASSWORD, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(at):
    return {"at": at("2022-02-18 12:00"), "real": clock.real()}


@pytest.fixture
def staff(at):
    made = {"by": SYSTEM, "at": at("2022-01-01"), "password": PASSWORD}
    return actions.create_user(username="haomin", name="郝敏", is_staff=True, **made)


@pytest.fixture
def secret(staff):
    found = totp.generate_totp_secret()
    totp.TOTP.activate(staff, found)
    return found


def six_digits(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, totp.yield_hotp_counters_from_time().__next__()))


def test_a_link_sets_a_password_once(visitor, staff, now):
    url = f"/accounts/link/{actions.make_link(user=staff, by=SYSTEM, **now)}/"
    assert "haomin" in visitor.get(url).content.decode()
    assert visitor.post(url, {"password": "a new long word", "again": "a new long word"})["Location"] == "/login/"
    assert AuditEvent.objects.get(event=E.PASSWORD_SET).by == staff.pk
    assert sign_in(visitor, "a new long word").status_code == 302
    assert visitor.get(url).status_code == 404


@pytest.mark.parametrize(("word", "again"), [("short", "short"), ("a new long word", "another long word")])
def test_a_weak_or_mistyped_password_is_not_taken(visitor, staff, now, word, again):
    url = f"/accounts/link/{actions.make_link(user=staff, by=SYSTEM, **now)}/"
    assert visitor.post(url, {"password": word, "again": again}).status_code == 422
    assert sign_in(visitor).status_code == 302


def test_a_link_ends_after_a_day_and_by_the_next_one(staff, now):
    first = actions.make_link(user=staff, by=SYSTEM, **now)
    second = actions.make_link(user=staff, by=SYSTEM, **now)
    assert queries.link(first, now["real"]) is None
    assert queries.link(second, now["real"]) and queries.link(second, now["real"] + timedelta(hours=24)) is None


def test_recovering_takes_everything_away(visitor, staff, secret, now):
    browser = visitor
    sign_in(browser)
    browser.post("/accounts/2fa/authenticate/", {"code": six_digits(secret)})
    assert browser.get("/accounts/unsent/").status_code == 200
    actions.recover(user=staff, by=SYSTEM, **now)
    assert browser.get("/accounts/unsent/").status_code == 302
    assert sign_in(browser).status_code == 422 and not queries.has_second_factor(staff)


def test_the_second_factor_is_asked_for(visitor, staff, secret):
    assert sign_in(visitor)["Location"] == "/accounts/2fa/authenticate/"
    assert visitor.get("/audit/")["Location"].startswith("/login/")
    assert visitor.post("/accounts/2fa/authenticate/", {"code": six_digits(secret)}).status_code == 302
    assert visitor.get("/accounts/unsent/").status_code == 200
    assert history("accounts.user", staff.pk)[0].new == {"how": "password+mfa"}


def test_five_wrong_codes_lock_the_second_factor(visitor, staff, secret):
    sign_in(visitor)
    for _ in range(5):
        visitor.post("/accounts/2fa/authenticate/", {"code": "000000"})
    page = visitor.post("/accounts/2fa/authenticate/", {"code": six_digits(secret)})
    assert "还要等 15 分钟" in page.content.decode()
    assert visitor.get("/accounts/unsent/").status_code == 302


def test_the_secret_of_the_factor_is_stored_encrypted(staff, secret):
    assert secret not in str(Authenticator.objects.get().data)


def test_a_token_acts_by_one_term_only(client_of, user_as, now):
    user = user_as("auditor")
    actions.appoint(user=user, role="panelist", area_path="140213", by=SYSTEM, at=now["at"])
    term = user.appointments.get(role="auditor")
    token, word = actions.make_token(appointment=term, label="x", days=30, by=SYSTEM, **now)
    actor = queries.actor_by_token(word, now["at"])
    assert [g.role for g in actor.grants] == ["auditor"] and actor.id == user.pk
    assert client_of().get("/audit/", headers={"Authorization": f"Bearer {word}"}).status_code == 200


@pytest.mark.parametrize("how", ["revoked", "over", "ended", "inactive", "wrong"])
def test_a_token_that_is_over_opens_nothing(client_of, user_as, now, how):
    user = user_as("auditor")
    token, word = actions.make_token(appointment=user.appointments.get(), label="x", days=30, by=SYSTEM, **now)
    if how == "revoked":
        actions.revoke_token(token=token, by=SYSTEM, **now)
    elif how == "over":
        Token.objects.update(until=clock.real())
    elif how == "ended":
        actions.end_appointment(appointment=user.appointments.get(), by=SYSTEM, at=now["at"], at_once=True)
    elif how == "inactive":
        type(user).objects.update(is_active=False)
    else:
        word += "x"
    answer = client_of().get("/audit/", headers={"Authorization": f"Bearer {word}"})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_is_made_for_oneself_or_by_who_manages(user_as, now):
    user, other = user_as("auditor"), user_as("panelist")
    own, stranger = (queries.actor_for(one, now["at"]) for one in (user, other))
    term = user.appointments.get()
    assert actions.make_token(appointment=term, label="x", days=1, by=own, **now)
    with pytest.raises(Refused, match="not_yours"):
        actions.make_token(appointment=term, label="x", days=1, by=stranger, **now)


def test_a_session_is_ended_by_its_owner_or_a_manager(visitor, user_as, staff, secret, now):
    sign_in(visitor)
    visitor.post("/accounts/2fa/authenticate/", {"code": six_digits(secret)})
    with pytest.raises(Refused, match="not_yours"):
        actions.sign_out(user=staff, by=queries.actor_for(user_as("panelist"), now["at"]), at=now["at"])
    assert len(queries.sessions(staff)) == 1
    assert actions.sign_out(user=staff, by=queries.actor_for(staff, now["at"]), at=now["at"]) == 1
    assert visitor.get("/accounts/unsent/").status_code == 302


def test_one_click_roles_exist_in_a_demo_only(staff, now, settings, visitor):
    request = RequestFactory().get("/")
    for demo, production in ((False, False), (True, True)):
        settings.IS_DEMO, settings.PRODUCTION = demo, production
        with pytest.raises(Refused, match="not_demo"):
            actions.sign_in_as(request=request, user=staff, **now)
    settings.PRODUCTION = False
    request.session, request.user = visitor.session, AnonymousUser()
    actions.sign_in_as(request=request, user=staff, **now)
    assert request.session["_auth_user_id"] == str(staff.pk)


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "found"),
    [
        ([], "10.0.0.1", "1.2.3.4", "10.0.0.1"),
        (["10.0.0.0/8"], "10.0.0.1", "1.2.3.4", "1.2.3.4"),
        (["10.0.0.0/8"], "10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (["10.0.0.0/8"], "8.8.8.8", "1.2.3.4", "8.8.8.8"),
        (["10.0.0.0/8"], "10.0.0.1", "nonsense", "10.0.0.1"),
    ],
)
def test_an_address_counts_as_far_as_trusted(settings, proxies, remote, forwarded, found):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded})
    assert adapters.client_address(request) == found


def test_what_somebody_sees_is_left_in_no_cache(client_as, visitor):
    assert client_as("centre_operator").get("/notices/desk/")["Cache-Control"] == "private, no-store"
    assert "Cache-Control" not in visitor.get("/notices/")
