"""Applications through the API on the last evening: written, handed in once, late put on record; people masked."""

from uuid import uuid4

import pytest

from sanshe.incubation.models import Application
from tests.contract import told as said

pytestmark = pytest.mark.django_db
UNTIL = "0103b"
LATE, IN_TIME = "2022-01-04 00:00:21", "2022-01-03 23:59:59"
NAME = "石榴籽社区小组"


@pytest.fixture
def draft(told):
    """All filled in, not handed in."""
    return Application.objects.get(name=NAME)


@pytest.fixture
def owner(as_person):
    return lambda when=IN_TIME: as_person(f"owner of {NAME}", when)


def at(draft, rest=""):
    return f"/api/v1/applications/{draft.pk}/{rest}"


def put(browser, draft, field, value, version, **more):
    body = {"value": value, "version": version}
    return browser.put(at(draft, f"form/{field}/"), body, content_type="application/json", **more)


def people(draft):
    from sanshe.incubation.queries.call.application import private_of

    return [part for text in private_of(draft).values() for part in text.split("、") if len(part) > 1]


def test_its_writer_reads_it_with_people_masked(owner, draft):
    answer = owner().get(at(draft, "form/"))
    found = said(answer)
    assert (found["fields"]["name"], found["missing"], found["version"]) == (NAME, [], draft.version)
    assert people(draft) and not [one for one in people(draft) if one in answer.content.decode()]


def test_others_find_no_draft(as_person, draft, client_of, user_as):
    for browser in (client_of(user_as(None)), as_person("liang", IN_TIME)):
        assert said(browser.get(at(draft, "form/")))["code"] == "api.missing"
    assert as_person("liang", IN_TIME).get(at(draft)).status_code == 404


def test_staff_read_what_was_received_with_people_masked(as_person, told):
    row = Application.objects.filter(serial__isnull=False, channel="online").first()
    answer = as_person("liang", IN_TIME).get(at(row))
    assert said(answer)["number"] == row.number and said(answer)["fields"]["name"] == row.name
    assert people(row) and not [one for one in people(row) if one in answer.content.decode()]


def test_another_areas_application_is_as_one_that_is_not_there(client_as, told, it_is):
    it_is(IN_TIME)
    row = Application.objects.filter(serial__isnull=False).first()
    there, nowhere = (
        client_as("bureau_officer", "140214").get(f"/api/v1/applications/{pk}/") for pk in (row.pk, uuid4())
    )
    assert (there.status_code, there.content) == (404, nowhere.content)


def test_a_field_is_kept_and_a_repetition_answered_again(owner, draft):
    once, browser = {"X-Request-Id": str(uuid4())}, owner()
    first, again = (put(browser, draft, "what", "每周讲一场", draft.version, headers=once) for _ in range(2))
    assert said(first) == said(again) and again["X-Repeated"] == "1"
    assert (said(first)["fields"]["what"], said(first)["version"]) == ("每周讲一场", draft.version + 1)


def test_two_devices_on_one_field_are_told_both_texts_and_people_masked(owner, draft):
    browser = owner()
    put(browser, draft, "contact_name", "武月英", draft.version)
    answer = put(browser, draft, "contact_name", "武月红", draft.version)
    told = said(answer)
    assert (answer.status_code, told["code"]) == (409, "incubation.application.stale")
    assert told["theirs"][0] == told["yours"][0] == "武" and "月" not in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("nonsense", "x", "unknown_field"), ("name", "社" * 61, "too_long"), ("_seen", "{}", "unknown_field")],
)
def test_what_the_rules_refuse_is_refused(owner, draft, field, value, code):
    answer = put(owner(), draft, field, value, draft.version)
    assert (answer.status_code, said(answer)["code"]) == (409, f"incubation.application.{code}")


def test_it_is_handed_in_once(owner, draft):
    browser = owner()
    first, again = (said(browser.post(at(draft, "submit/"))) for _ in range(2))
    assert first == again and (first["state"], first["number"]) == ("submitted", "03-029")


def test_late_is_refused_put_on_record_and_the_draft_stays(owner, draft):
    once = {"X-Request-Id": str(uuid4())}
    answers = [owner(LATE).post(at(draft, "submit/"), headers=once) for _ in range(2)]
    draft.refresh_from_db()
    assert [said(one)["code"] for one in answers] == ["incubation.application.late"] * 2
    assert (draft.state, draft.serial, draft.late_at is not None) == ("draft", None, True)


def test_the_ledger_of_applications_shows_no_person(as_person, told):
    answer = as_person("liang", IN_TIME).get("/api/v1/ledgers/incubation.applications/rows/", {"size": 200})
    rows = Application.objects.filter(serial__isnull=False)
    shown = answer.content.decode()
    assert len(said(answer)["rows"]) == rows.count() and not [p for row in rows for p in people(row) if p in shown]


def test_no_ledger_asks_more_for_more_rows(as_person, told, still):
    """One query for the rows of every ledger, however they are told; two for the person, none for each row."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, asked = as_person("liang", IN_TIME), {}
    for one in said(browser.get("/api/v1/ledgers/")):
        for size in (1, 100):
            with CaptureQueriesContext(connection) as seen:
                said(browser.get(f"/api/v1/ledgers/{one['code']}/rows/", {"size": size}))
            asked.setdefault(one["code"], set()).add(len(seen))
    assert asked["incubation.applications"] and {code: len(n) for code, n in asked.items() if len(n) > 1} == {}
    assert max(max(n) for n in asked.values()) <= 10
