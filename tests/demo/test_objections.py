"""In the notice: who may object to a place of the list, who may handle it, what it blocks, what an upheld one does."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.audit.models import AuditEvent
from sanshe.core.objections import actions
from sanshe.core.objections.enums import Outcome, Verdict
from sanshe.core.objections.models import Objection
from sanshe.core.objections.types import Finding
from sanshe.incubation.models import Batch, Place

pytestmark = pytest.mark.django_db
UNTIL = "0120a"
WHEN = "2022-01-20 09:12"
AT = datetime(2022, 1, 1, tzinfo=UTC)


@pytest.fixture
def one(told):
    from django.db import transaction

    with transaction.atomic():
        yield Objection.objects.get()
        transaction.set_rollback(True)


@pytest.fixture
def b(told):
    return Batch.objects.get(no=3).pk


@pytest.fixture
def officers(told):
    """Two more officers of the bureau who sit nowhere and decided nothing."""
    from sanshe.core.accounts import actions as accounts
    from sanshe.core.kit.access import SYSTEM

    made = []
    for name in ("路遥远", "康定之"):
        who = accounts.create_user(username=f"o{uuid4().hex[:9]}", name=name, is_staff=True, by=SYSTEM, at=AT)
        accounts.appoint(user=who, role="bureau_officer", area_path="140213", by=SYSTEM, at=AT, starts=AT.date())
        made.append(who)
    return made


def raised(client, b, **more):
    place = Place.objects.filter(state="noticed").exclude(application__name="木作园非遗传习社")[0]
    said = {
        "subject": place.pk,
        "fact": "公示的服务地点和实际不一样，请核实。",
        "name": "许建国",
        "phone": "13800001234",
    }
    return client.post(f"/incubation/batches/{b}/object/", {**said, **more})


def test_anyone_may_object_without_an_account_and_follow_it(as_person, one, b):
    answer = raised(as_person("", WHEN), b)
    assert answer.status_code == 200 and "220120-002" in answer.content.decode()
    asked = {"number": "220120-002", "digits": "1234"}
    found = as_person("", WHEN).post("/track/", asked, follow=True)
    assert "收到，等受理" in found.content.decode()
    assert as_person("", WHEN).post("/track/", asked | {"digits": "9999"}).status_code == 422
    assert as_person("", WHEN).get("/incubation/objections/mine/")["Location"] == "/track/"


def test_the_form_has_the_list_in_its_own_order_never_by_rank(as_person, one, b):
    from sanshe.core.notices.models import PublicNotice

    page = as_person("", WHEN).get(f"/incubation/batches/{b}/object/").content.decode()
    names = PublicNotice.objects.get(subject=b).names
    assert sorted(names, key=lambda name: page.index(f">{name}</option>")) == names


def test_after_the_window_nobody_may(as_person, one, b):
    assert raised(as_person("", "2022-01-22 00:00:00"), b).status_code == 409


def test_the_notice_leads_to_the_form_while_its_window_runs(as_person, one, b):
    from sanshe.core.notices.models import PublicNotice

    url, form = f"/notices/{PublicNotice.objects.get(subject=b).serial}/", f"/incubation/batches/{b}/object/"
    assert form in as_person("", WHEN).get(url).content.decode()
    over = as_person("", "2022-01-22 00:00:00").get(url).content.decode()
    assert form not in over and "收到异议 少于 3 件" in over and "/track/" in over


def test_who_scored_or_decided_recusals_or_runs_the_centre_does_not_handle(as_person, one):
    sent, url = {"points": "第一点"}, f"/objections/{one.pk}/accept/"
    fan = as_person("fan", WHEN).post(url, sent)
    assert fan.status_code == 409 and "您定过回避，异议须由别人办" in fan.content.decode()
    assert as_person("liang", WHEN).post(url, sent).status_code == 403
    assert as_person("du", WHEN).post(url, sent).status_code == 302


@pytest.mark.parametrize("who", ["liang", "fan"])
def test_who_follows_or_had_a_part_sees_progress_and_not_who_at_any_address(as_person, one, who):
    page = as_person(who, WHEN).get(f"/objections/{one.pk}/")
    shown = as_person(who, WHEN).post(f"/objections/{one.pk}/reveal/")
    assert page.status_code == 200 and one.number in page.content.decode() and shown.status_code in (403, 409)
    for text in (page.content.decode(), shown.content.decode()):
        assert one.name not in text and one.fact not in text and one.phone not in text


def test_a_handler_sees_who_it_was_by_an_act_that_is_on_record(as_person, one):
    du = as_person("du", WHEN)
    masked = du.get(f"/objections/{one.pk}/").content.decode()
    assert one.fact in masked and one.name not in masked and one.phone not in masked
    before = AuditEvent.objects.filter(event="incubation.objection.shown").count()
    clear = du.post(f"/objections/{one.pk}/reveal/").content.decode()
    assert one.name in clear and one.phone in clear
    assert AuditEvent.objects.filter(event="incubation.objection.shown").count() == before + 1


def test_it_blocks_its_place_and_no_other(as_person, one, at):
    from sanshe.incubation.actions.notice.publication import confirm_due

    batch = Batch.objects.get(no=3)
    assert confirm_due(batch=batch, at=at("2022-01-22 08:00")) == 29
    assert Place.objects.get(pk=one.subject).state == "noticed"
    assert confirm_due(batch=batch, at=at("2022-01-22 08:01")) == 0


def test_an_upheld_objection_takes_its_place_away_when_its_days_are_over(one, at):
    du, when = actor_for(user_by_login("du"), at(WHEN)), at(WHEN)
    actions.accept(objection=one, points=["一"], by=du, at=when)
    actions.judge(objection=one, findings=[Finding(1, Verdict.TRUE, "查了")], by=du, at=when)
    actions.answer(objection=one, outcome=Outcome.UPHELD, text="成立。", by=du, at=when)
    assert Place.objects.get(pk=one.subject).state == "noticed"
    assert actions.close_due(at=at("2022-01-28 00:15")) == 1
    assert Place.objects.get(pk=one.subject).state == "fallen"


@pytest.mark.parametrize("who", ["fan", "liang", "du", "nobody", "junk"])
def test_who_is_not_independent_is_not_named(as_person, one, who):
    du, url = as_person("du", WHEN), f"/objections/{one.pk}/"
    du.post(f"{url}accept/", {"points": "第一点"})
    found = user_by_login(who)
    said = {"person": found.pk if found else "x" if who == "junk" else uuid4()}
    assert du.post(f"{url}co-handler/", said).status_code == 409
    one.refresh_from_db()
    assert one.co_handler is None


def test_an_independent_officer_is_offered_and_one_who_decided_recusals_is_not(as_person, one, officers):
    du, url = as_person("du", WHEN), f"/objections/{one.pk}/"
    du.post(f"{url}accept/", {"points": "第一点"})
    page = du.get(url).content.decode()
    assert "指定协办" in page and officers[0].name in page and "侯建平" not in page


def test_who_asks_for_review_in_the_last_second_and_met_a_503_is_in_time(as_person, one, b, monkeypatch, it_is):
    from django.db import OperationalError

    it_is(WHEN)
    client = as_person("", WHEN)
    raised(client, b)
    row = Objection.objects.get(number="220120-002")
    fields = {"state": "answered", "review_due_on": "2022-01-25", "answered_at": AT, "outcome": "dismissed"}
    Objection.objects.filter(pk=row.pk).update(**fields)
    url, said = f"/objections/own/{row.pk}/review/", {"reason": "没有看到原件"}
    it_is("2022-01-25 23:59:59")
    asked = {"X-Request-Id": str(uuid4())}

    def locked(**said):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("sanshe.core.objections.actions.ask_review", locked)
        met = client.post(url, said, headers=asked)
    it_is("2022-01-26 00:00:20")
    assert met.status_code == 503
    assert client.post(url, said, headers={"X-Request-Id": str(uuid4())}).status_code == 409
    assert client.post(url, {**said, "_received": met["X-Received"]}, headers=asked).status_code == 302
    row.refresh_from_db()
    assert row.state == "under_review"


def test_who_is_recused_from_an_applicant_has_no_paper_or_name_of_its_objection(told, one):
    from sanshe.core.audit.queries import NAMED
    from sanshe.core.papers.queries import DOCUMENTS
    from sanshe.incubation.models import Relation

    place, batch = Place.objects.get(pk=one.subject), Batch.objects.get(no=3)
    relation = Relation.objects.filter(panelist__panel__batch=batch, panelist__dismissed_at=None)[0]
    Relation.objects.filter(pk=relation.pk).update(application=place.application, decision="open")
    who = actor_for(user_by_login("du"), AT)
    recused = type(who)(id=relation.panelist.person, name="x", is_staff=True, grants=who.grants)
    assert DOCUMENTS["incubation.objection_accepted"].shut(recused, batch) == {one.pk}
    assert NAMED["incubation.objection"](recused, [str(one.pk)]) == {}
    assert NAMED["incubation.objection"](who, [str(one.pk)])[str(one.pk)][0] == one.number
