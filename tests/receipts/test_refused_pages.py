"""A refused form comes back in its own page: as the same visitor gets it now, with all that was typed."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from sanshe.core.audit.actions import record
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import SYSTEM
from sanshe.core.parties import actions
from sanshe.core.parties.models import Person
from sanshe.core.parties.views import person as views
from sanshe.core.receipts.models import Receipt
from sanshe.core.ui.adapters import _reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(at):
    who = {"by": SYSTEM, "at": at("2022-02-14 09:40")}
    return actions.know_person(phone="13803525207", name="赵德山", area_path="140213059006", **who)


@pytest.fixture
def admin(client_as):
    return client_as("district_admin")


def addresses(person):
    page = f"/parties/persons/{person.pk}/"
    return page, f"{page}destroy/"


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def form_in(page: str, action: str) -> str:
    return re.search(rf'<form [^>]*action="{action}".*?</form>', page, re.DOTALL)[0]


def test_the_same_page_comes_back_with_its_sentence_beside_the_field(admin, person):
    page, act = addresses(person)
    answer = admin.post(act, {"reason": "  ", "_page": page})
    assert answer.status_code == 422 and Person.objects.get().destroyed_at is None
    form = form_in(text_of(answer), act)
    assert 'id="refused" role="alert" tabindex="-1"' in form and "autofocus" in form and "请写为什么" in form
    assert 'aria-invalid="true"' in form and 'aria-describedby="f-reason-said"' in form and 'href="#f-reason"' in form
    assert f'name="_page" value="{page}"' in form  # so that a second refusal finds it too
    assert "请写为什么" not in form_in(text_of(answer), f"{page}show/")  # which has a `reason` of its own


def test_a_second_refusal_is_answered_as_the_first_was(admin, person):
    page, act = addresses(person)
    first = form_in(text_of(admin.post(act, {"reason": "", "_page": page})), act)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', first))
    again = admin.post(act, hidden | {"reason": ""}, headers={"X-Request-Id": hidden["_request_id"]})
    assert again.status_code == 422 and form_in(text_of(again), act).count("请写为什么") == first.count("请写为什么")


def test_a_refused_write_keeps_no_receipt_and_its_id_is_good_for_the_mended_one(admin, person):
    page, act = addresses(person)
    asked = {"X-Request-Id": str(uuid4())}
    assert admin.post(act, {"reason": "", "_page": page}, headers=asked).status_code == 422
    assert not Receipt.objects.exists() and not AuditEvent.objects.filter(event="parties.person_destroyed").exists()
    assert admin.post(act, {"reason": "查实是假的", "_page": page}, headers=asked).status_code == 302
    assert Person.objects.get().destroyed_at is not None and Receipt.objects.count() == 1


def test_without_a_page_the_refusal_stands_alone_with_what_was_typed(admin, person):
    _page, act = addresses(person)
    answer = admin.post(act, {"reason": "", "also": "写了很久的话"})
    assert answer.status_code == 409 and "写了很久的话" in text_of(answer) and "s-lone" in text_of(answer)


@pytest.mark.parametrize(
    "page", ["//else.where/", "https://else.where/", "/api/persons/", "/nowhere/", "x", "javascript:1"]
)
def test_only_a_page_of_ours_is_drawn(admin, person, page):
    answer = admin.post(addresses(person)[1], {"reason": "", "_page": page})
    assert answer.status_code == 409 and "s-lone" in text_of(answer)


def test_a_page_of_another_district_or_of_another_role_is_not_drawn(admin, person, client_as, at):
    theirs = actions.know_person(
        phone="13903521111", name="钱", area_path="140214", by=SYSTEM, at=at("2022-02-14 09:40")
    )
    for page in (f"/parties/persons/{theirs.pk}/", "/inc/"):
        answer = admin.post(addresses(person)[1], {"reason": "", "_page": page})
        assert "s-lone" in text_of(answer) or "没有记下" not in text_of(answer)
    visitor = client_as("auditor")
    assert visitor.post(addresses(person)[1], {"reason": "", "_page": "/parties/persons/new/"}).status_code == 403


def test_where_the_page_is_gone_meanwhile_what_was_typed_is_not(admin, person, at):
    page, act = addresses(person)
    actions.destroy_person(person=Person.objects.get(), reason="先办了", by=SYSTEM, at=at("2022-02-14 10:00"))
    answer = admin.post(act, {"reason": "第二个人写的原因", "_page": page})
    assert answer.status_code in (404, 409)
    if answer.status_code == 409:
        assert "第二个人写的原因" in text_of(answer)


def test_where_the_form_is_gone_from_its_page_the_page_says_so_and_shows_what_was_typed(admin, person):
    answer = admin.post(addresses(person)[1], {"reason": "", "also": "别的话", "_page": "/parties/persons/"})
    body = text_of(answer)
    assert answer.status_code == 409 and "s-lone" not in body
    assert body.index('id="main"') < body.index('id="refused"') < body.index("别的话")


def test_a_form_of_an_address_that_has_a_page_needs_no_page_named(admin):
    answer = admin.post("/parties/persons/new/", {"phone": "123", "name": '<b>"', "area_path": "140213"})
    assert answer.status_code == 422 and 'value="&lt;b&gt;&quot;"' in text_of(answer)
    assert "电话要写全" in text_of(answer) and 'action="/parties/persons/new/"' in text_of(answer)


def test_several_mistakes_are_told_at_once(admin):
    body = text_of(admin.post("/parties/offices/new/", {"name": "", "letters": "", "phone": "1" * 40}))
    assert body.count('data-s="bad"') >= 8 and body.count('<li><a href="#id_') >= 8


def test_programs_and_scripts_get_json(admin, person):
    page, act = addresses(person)
    answer = admin.post(act, {"reason": "", "_page": page}, headers={"Accept": "application/json"})
    assert answer.status_code == 409 and answer.json()["code"] == "parties.no_reason"


def test_what_is_no_page_leaves_nothing_behind_and_what_is_shown_keeps_its_record(admin, person, monkeypatch):
    """A file that nobody got is not on record as given; a page that somebody got is."""
    page, act = addresses(person)
    before = AuditEvent.objects.count()
    answer = admin.post(act, {"reason": "", "_page": "/ledgers/parties.organisations/export.csv"})
    assert answer.status_code == 409 and AuditEvent.objects.count() == before
    assert admin.get("/ledgers/parties.organisations/export.csv").status_code == 200
    assert AuditEvent.objects.count() == before + 1
    drawn = views._page
    noted = {"event": "shown", "kind": "parties.person", "subject": person.pk, "by": SYSTEM, "at": person.known_at}
    monkeypatch.setattr(views, "_page", lambda *told: record(**noted) and drawn(*told))
    assert admin.post(act, {"reason": "", "_page": page}).status_code == 422
    assert AuditEvent.objects.filter(event="shown").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_page_that_is_drawn_again_keeps_nobody_from_writing():
    with CaptureQueriesContext(connection) as found:
        with _reading():
            pass
        with transaction.atomic():
            pass
    usual = "BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN"
    assert [one["sql"] for one in found if one["sql"].startswith("BEGIN")] == ["BEGIN", usual]


def test_the_visitor_stays_who_they_are_and_their_session_whole(admin, person):
    page, act = addresses(person)
    admin.post(act, {"reason": "", "_page": page})
    again = admin.get(page)
    assert again.status_code == 200 and 'id="refused"' not in text_of(again)


def test_a_file_is_named_to_be_chosen_again(admin, person):
    file = SimpleUploadedFile("收据 1.pdf", b"%PDF")
    body = text_of(admin.post(addresses(person)[1], {"reason": "", "_page": addresses(person)[0], "scan": file}))
    assert "文件要再选一次：收据 1.pdf" in body


def test_a_page_that_cannot_be_drawn_does_not_hide_the_refusal(admin, person, monkeypatch):
    def broken(*args, **more):
        raise RuntimeError("a page of ours is broken")

    monkeypatch.setattr("sanshe.core.ui.views.refilled", broken)
    answer = admin.post(addresses(person)[1], {"reason": "", "_page": addresses(person)[0]})
    assert answer.status_code == 409 and "请写为什么" in text_of(answer)


def test_a_page_is_drawn_only_for_whom_it_is_open(visitor):
    answer = visitor.post("/track/", {"number": "x", "digits": "0000", "_page": "/parties/persons/new/"})
    assert "s-lone" in text_of(answer) and "没有找到" in text_of(answer) and 'name="area_path"' not in text_of(answer)
    assert visitor.post("/track/", {"number": "x", "digits": "0000", "_page": "/track/"}).status_code == 422


def test_the_sentence_of_a_rule_is_not_joined_by_what_the_field_says_itself(admin, person):
    page, act = addresses(person)
    assert "这一项要填" not in text_of(admin.post(act, {"reason": "", "_page": page}))
