"""The API as a whole: its description, who may read it, how it says no, tokens."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from sanshe.config.cli import parser
from sanshe.core.accounts import actions
from sanshe.core.accounts.models import Token
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from tests.contract import FORMATS, faults, schema, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def token_of(user_as):
    """A role's user, a token, and the header that shows it."""

    def make(role="auditor", path="140213"):
        user = user_as(role, path)
        said = {"label": "x", "days": 30, "by": SYSTEM, "at": clock.now(), "real": clock.real()}
        token, secret = actions.make_token(appointment=user.appointments.get(), **said)
        return token, {"Authorization": f"Bearer {secret}"}

    return make


def test_every_operation_is_described_with_what_it_asks_for():
    every = [one for methods in schema()["paths"].values() for one in methods.values()]
    assert schema()["openapi"] == "3.1.0" and len({one["operationId"] for one in every}) == len(every) > 10
    assert all(one["x-needs"] for one in every)
    assert all(("security", []) in one.items() for one in every if one["x-needs"] == ["public"])


def test_every_write_declares_its_request_id():
    for path, methods in schema()["paths"].items():
        for method, one in methods.items():
            named = {parameter["name"]: parameter.get("required") for parameter in one["parameters"]}
            assert (method == "get") != (named.get("X-Request-Id") is True), path


def test_every_answer_that_is_promised_is_in_words_the_tests_can_read():
    for name, one in schema()["components"]["schemas"].items():
        assert not [fault for fault in faults({}, one, name) if "does not know" in fault]
    assert FORMATS.keys() >= {"uuid", "date", "date-time"}


def test_the_page_and_the_description_are_for_staff_and_load_nothing_foreign(client_as, visitor):
    staff = client_as("auditor")
    page, whole = staff.get("/api/"), staff.get("/api/v1/openapi.json")
    assert "/api/v1/ledgers/{code}/rows/" in page.content.decode() and whole.json()["openapi"] == "3.1.0"
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', page.content.decode())
    assert visitor.get("/api/v1/openapi.json").status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/nothing/", 404, "api.missing"),
        ("get", "/api/v1/ledgers/nothing/rows/", 404, "api.missing"),
        ("get", "/api/v1/applications/no-uuid/", 404, "api.missing"),
        ("get", "/api/v1/applications/00000000-0000-7000-8000-000000000000/", 404, "api.missing"),
        ("post", "/api/v1/ledgers/", 405, "api.no_such_act"),
        ("get", "/api/v1/ledgers/notices.notices/rows/?size=201", 422, "api.invalid"),
        ("get", "/api/v1/ledgers/notices.notices/rows/?size=many", 422, "api.invalid"),
        ("get", "/api/v1/ledgers/notices.notices/rows/?colour=red", 409, "ledgers.unknown_filter"),
        ("get", "/api/v1/ledgers/notices.notices/rows/?state=nonsense", 409, "ledgers.unknown_filter"),
        ("get", "/api/v1/ledgers/notices.notices/rows/?after=spoilt", 409, "ledgers.spoilt_cursor"),
    ],
)
def test_whatever_is_wrong_is_told_as_json(client_of, token_of, method, path, status, code):
    headers = token_of()[1]
    answer = getattr(client_of(), method)(path, headers={**headers, "Accept": "text/html"})
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert answer.json()["code"] == code and answer.json()["detail"]


def test_a_wrong_method_still_names_the_right_ones(client_of, token_of):
    assert client_of().post("/api/v1/ledgers/", headers=token_of()[1])["Allow"] == "GET"


def test_a_fault_of_ours_is_json_too(client_of, token_of, monkeypatch):
    def broken(*given, **named):
        raise RuntimeError

    monkeypatch.setattr("sanshe.core.ledgers.queries.ledgers_of", broken)
    browser = client_of()
    browser.raise_request_exception = False
    answer = browser.get("/api/v1/ledgers/", headers=token_of()[1])
    assert (answer.status_code, answer.json()["code"]) == (500, "api.failed")


def test_without_a_token_one_is_told_to_bring_one(visitor):
    answer = visitor.get("/api/v1/ledgers/")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert told(answer)["code"] == "accounts.not_signed_in"


@pytest.mark.parametrize("how", ["revoked", "over", "ended", "inactive"])
def test_a_token_that_is_over_opens_nothing(visitor, token_of, how):
    token, headers = token_of()
    assert visitor.get("/api/v1/ledgers/", headers=headers).status_code == 200
    now = {"by": SYSTEM, "at": clock.now()}
    if how == "revoked":
        actions.revoke_token(token=token, real=clock.real(), **now)
    elif how == "over":
        Token.objects.update(until=clock.real() - timedelta(seconds=1))
    elif how == "ended":
        actions.end_appointment(appointment=token.appointment, at_once=True, **now)
    else:
        type(token.appointment.user).objects.update(is_active=False)
    assert visitor.get("/api/v1/ledgers/", headers=headers).status_code == 401


def test_the_wrong_role_is_told_so(visitor, token_of):
    answer = visitor.get(f"/api/v1/applications/{uuid4()}/", headers=token_of("panelist")[1])
    assert (answer.status_code, told(answer)["code"]) == (403, "accounts.may_not")


def test_staff_without_a_second_factor_are_told_in_json(client_of, user_as):
    browser = client_of()
    browser.force_login(user_as("auditor"))
    answer = browser.get("/api/v1/ledgers/")
    assert (answer.status_code, told(answer)["code"]) == (403, "accounts.no_factor")


def test_a_write_from_a_browser_must_prove_its_form(user_as, client_of):
    browser = client_of(user_as(None))
    browser.handler.enforce_csrf_checks = True
    answer = browser.post(f"/api/v1/applications/{uuid4()}/submit/")
    assert (answer.status_code, answer.json()["code"]) == (403, "api.forged")


def test_the_help_of_tokens_shows_how_to_use_one(capsys):
    with pytest.raises(SystemExit):
        parser().parse_args(["token", "--help"])
    assert 'curl -H "Authorization: Bearer TOKEN"' in capsys.readouterr().out.replace("\n ", "")
