"""Adding and taking away a second factor is an act on record, in one transaction with it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.urls import resolve, reverse

from sanshe.core.accounts import actions
from sanshe.core.accounts.actions import factors
from sanshe.core.accounts.urls import CHANGE_FACTORS
from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.queries import history
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from tests.accounts.test_access import six_digits
from tests.accounts.test_pages import PASSWORD, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(visitor, at):
    """Somebody of the staff who just signed in, without a factor yet."""
    made = {"by": SYSTEM, "at": at("2022-01-01"), "password": PASSWORD}
    visitor.who = actions.create_user(username="haomin", name="郝敏", is_staff=True, **made)
    sign_in(visitor)
    return visitor


def told(user):
    kinds = ("accounts.factor_added", "accounts.factor_removed")
    rows = [one for one in history("accounts.user", user.pk) if one.event in kinds]
    return sorted((one.event.removeprefix("accounts.factor_"), one.new["what"]) for one in rows)


def activate(browser):
    browser.get(reverse("mfa_activate_totp"))
    secret = browser.session["mfa.totp.secret"]
    return secret, browser.post(reverse("mfa_activate_totp"), {"code": six_digits(secret)})


def test_setting_one_and_taking_it_away_stand_on_record_by_whom(browser, settings):
    settings.IS_DEMO = True  # elsewhere the last one cannot be taken away
    activate(browser)
    assert told(browser.who) == [("added", "recovery_codes"), ("added", "totp")]
    browser.post(reverse("mfa_deactivate_totp"))
    assert told(browser.who)[2:] == [("removed", "recovery_codes"), ("removed", "totp")]
    by = set(AuditEvent.objects.filter(event__startswith="accounts.factor").values_list("by", flat=True))
    assert by == {browser.who.pk}


def test_new_recovery_codes_take_the_place_of_the_old(browser):
    activate(browser)
    browser.post(reverse("mfa_generate_recovery_codes"))
    assert told(browser.who).count(("added", "recovery_codes")) == 2
    assert told(browser.who).count(("removed", "recovery_codes")) == 1


def test_what_cannot_be_put_on_record_is_not_done(browser, monkeypatch):
    def full(**said):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(factors, "record", full)
    _secret, answer = activate(browser)
    assert answer.status_code == 503 and not Authenticator.objects.exists()


def test_nor_is_a_passkey_taken_away(browser, monkeypatch, settings):
    settings.IS_DEMO = True
    key = Authenticator.objects.create(user=browser.who, type="webauthn", data={"name": "a", "credential": {}})
    monkeypatch.setattr(factors, "record", lambda **said: (_ for _ in ()).throw(OSError(28, "full")))
    assert browser.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 503
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_every_page_that_changes_a_factor_is_one_transaction():
    for name in CHANGE_FACTORS:
        args = [1] if name == "mfa_remove_webauthn" else []
        assert resolve(reverse(name, args=args)).func.__wrapped__, name


def test_recovering_somebody_takes_factors_away_on_record(browser, at):
    totp.TOTP.activate(browser.who, totp.generate_totp_secret())
    actions.recover(user=browser.who, by=SYSTEM, at=at("2022-02-18"), real=clock.real())
    assert told(browser.who) == [("added", "totp"), ("removed", "totp")]
