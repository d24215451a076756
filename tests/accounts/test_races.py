"""Several at once: guesses do not outrun the count, a code lets in once, a term ends once."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.actions import signing
from sanshe.core.accounts.models import Failure, User
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time"),
]
AT = datetime.datetime(2022, 2, 18, tzinfo=datetime.UTC)


def at_once(work, n=12):
    """The outcomes of n calls at the same time: a value, or the code of a refusal."""

    def one(_):
        try:
            return work()
        except Refused as refused:
            return refused.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(n) as pool:
        return list(pool.map(one, range(n)))


def test_twelve_guesses_at_once_are_five_looked_at(monkeypatch):
    actions.create_user(by=SYSTEM, at=AT, username="haomin", password="correct horse")
    looked = []
    monkeypatch.setattr(signing, "_fits", lambda user, password: looked.append(1) and False)
    guess = {"username": "haomin", "password": "wrong", "device": "d", "at": AT, "real": clock.real()}
    at_once(lambda: actions.try_password(**guess))
    assert len(looked) <= 5 and Failure.objects.get(device="d").locked_until


def test_a_code_lets_in_once(monkeypatch):
    monkeypatch.setattr("sanshe.core.accounts.actions.phone.secrets.randbelow", lambda top: 123456)
    phone = {"phone": "13800000000", "device": "d", "at": AT, "real": clock.real()}
    actions.send_code(**phone)
    outcomes = at_once(lambda: actions.enter_code(code="123456", **phone), 5)
    assert sum(isinstance(one, User) for one in outcomes) == 1 and User.objects.count() == 1


def test_one_code_a_minute_however_often_asked_at_once():
    phone = {"phone": "13800000000", "device": "d", "at": AT, "real": clock.real()}
    outcomes = at_once(lambda: actions.send_code(**phone), 6)
    assert outcomes.count(None) == 1


def test_a_term_is_given_and_ended_once():
    actions.sync_roles()
    user = actions.create_user(by=SYSTEM, at=AT, username="haomin")
    given = at_once(lambda: actions.appoint(user=user, role="auditor", area_path="140213", by=SYSTEM, at=AT), 6)
    assert sum(not isinstance(one, str) for one in given) == 1
    term = queries.terms_in_force(user, AT).get()
    ended = at_once(lambda: actions.end_appointment(appointment=term, by=SYSTEM, at=AT, at_once=True), 6)
    assert ended.count(None) == 1 and connection.vendor == "postgresql"
