"""What the command line does."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import DatabaseError, connection, transaction

from sanshe.config.cli import line_of
from sanshe.core.accounts import management, queries
from sanshe.core.accounts.models import Appointment, Role, Token
from sanshe.core.areas.models import Area
from sanshe.core.kit import clock
from sanshe.core.kit.roles import ROLES
from sanshe.core.privacy.rules import cipher, keys
from sanshe.core.privacy.types import KeyRing

pytestmark = pytest.mark.django_db
SITE = "https://sanshe.example"
ADMIN = {"account": "haomin", "name": "郝敏", "area": "140213000000", "site": SITE}


@pytest.fixture
def said():
    return []


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.DATA, settings.KEYS = tmp_path, tmp_path / "keys"
    Area.objects.create(path="140213", code="140213000000", level="district", name="平城区")


def test_a_new_place_gets_roles_its_steps_and_one_administrator_with_a_link(said, visitor):
    assert management.init(said.append, **ADMIN, steps=[lambda: "223 个区域"]) == 0
    assert Role.objects.count() == len(ROLES.codes()) and said[0] == "223 个区域"
    link = re.search(f"{SITE}(/accounts/link/.+/)", said[-1])[1]
    assert visitor.get(link).status_code == 200
    assert queries.users_with("district_admin", "140213", clock.now()).get().username == "haomin"
    assert management.init(said.append, **ADMIN) == 1


def test_appointing_a_known_account_says_no_link(said, user_as):
    user = user_as("panelist")
    assert management.appoint(said.append, account=user.username, role="auditor", area="140213", site=SITE) == 0
    assert user.appointments.count() == 2 and "审计" in said[0] and len(said) == 1


def test_a_refusal_is_said_and_answers_one(said, db):
    assert management.appoint(said.append, account="x", role="auditor", area="140213", site=SITE) == 1
    assert "还没写姓名" in said[0]


def test_recovering_says_a_link(said, user_as):
    assert management.recover(said.append, account=user_as("auditor").username, site=SITE) == 0
    assert f"{SITE}/accounts/link/" in said[0]
    assert management.recover(said.append, account="nobody", site=SITE) == 1


def test_a_token_is_said_once_listed_and_ended(said, user_as):
    user = user_as("auditor")
    assert management.token(said.append, account=user.username, role="auditor", label="审计抽查") == 0
    secret = re.search(r"sanshe_[\w-]+", said[0])[0]
    assert queries.actor_by_token(secret, clock.now()).id == user.pk
    management.tokens(said.append, account=user.username)
    assert secret not in said[1] and "审计抽查" in said[1]
    management.tokens(said.append, account=user.username, revoke=str(Token.objects.get().pk)[:8])
    assert queries.actor_by_token(secret, clock.now()) is None


def test_no_token_without_a_term(said, user_as):
    user = user_as("auditor")
    Appointment.objects.update(ends="2021-01-01")
    assert management.token(said.append, account=user.username, role="auditor", label="x") == 1


def test_rekeying_covers_second_factors(said, user_as, monkeypatch):
    user = user_as("auditor")
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    old = keys.ring()
    ring = KeyRing(old.keys | {"new": cipher.new_key()}, old.blind)
    monkeypatch.setattr(keys, "_source", [lambda: ring])
    assert management.rekey(said.append, new_key=False) == 0
    monkeypatch.setattr(keys, "_source", [lambda: KeyRing({"new": ring.keys["new"]}, old.blind)])
    assert Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes() == codes
    assert all(str(row.data).count("v1:new:") for row in Authenticator.objects.all())


def test_rekeying_makes_a_key_on_disk_and_on_record(said, place, settings):
    from sanshe.core.audit.models import AuditEvent
    from sanshe.core.privacy.adapters import read_ring

    old = read_ring().newest
    assert management.rekey(said.append) == 0
    assert read_ring().newest != old and AuditEvent.objects.get(event="privacy.rekeyed").subject == read_ring().newest


@pytest.mark.parametrize(
    ("typed", "word"),
    [({"role": "boss", "area": "140213"}, "bureau_officer"), ({"role": "auditor", "area": "999"}, "999")],
)
def test_a_role_or_an_area_that_is_not_there_is_named_and_nobody_appointed(said, typed, word):
    assert management.appoint(said.append, account="x", name="某人", site=SITE, **typed) == 1
    assert word in "".join(said) and not Appointment.objects.exists()


def test_a_missing_table_is_known_on_both_databases():
    with pytest.raises(DatabaseError) as fault, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select 1 from nowhere")
    assert "先 sanshe init" in line_of(fault.value) and line_of(ValueError("nowhere")) == ""
