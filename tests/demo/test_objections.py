"""In the notice: who may object, who may handle, what it blocks."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.notice import objection as actions
from sanshe.incubation.actions.notice.objection import ask_review
from sanshe.incubation.enums.notice.objection import ObjectionOutcome, PointVerdict
from sanshe.incubation.models import Batch, Objection, Place, Point

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


def raised(client, b, **more):
    place = Place.objects.filter(state="noticed").exclude(application__name="木作园非遗传习社")[0]
    said = {"place": place.pk, "fact": "公示的服务地点和实际不一样，请核实。", "name": "许建国", "phone": "13800001234"}
    return client.post(f"/incubation/batches/{b}/object/", {**said, **more})


def test_anyone_may_object_without_an_account(as_person, one, b):
    answer = raised(as_person("", WHEN), b)
    assert answer.status_code == 200 and "220120-002" in answer.content.decode()
    found = as_person("", WHEN).post("/incubation/objections/mine/", {"number": "220120-002", "digits": "1234"})
    assert "收到，等受理" in found.content.decode()
    wrong = as_person("", WHEN).post("/incubation/objections/mine/", {"number": "220120-002", "digits": "9999"})
    assert wrong.status_code == 422


@pytest.mark.parametrize("more", [{"fact": "短"}, {"name": ""}, {"phone": "1"}, {"place": ""}])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(as_person, one, b, more):
    answer = raised(as_person("", WHEN), b, **more)
    assert answer.status_code == 422 and ("公示的服务地点" in answer.content.decode() or "fact" in more)


def test_after_the_window_nobody_may(as_person, one, b):
    assert raised(as_person("", "2022-01-22 00:00:00"), b).status_code == 422


def test_who_scored_or_decided_recusals_does_not_handle(as_person, one):
    sent = {"act": "accept", "points": "第一点"}
    assert as_person("fan", WHEN).post(f"/incubation/objections/{one.pk}/handle/", sent).status_code == 409
    assert as_person("liang", WHEN).post(f"/incubation/objections/{one.pk}/handle/", sent).status_code == 403
    assert as_person("du", WHEN).post(f"/incubation/objections/{one.pk}/handle/", sent).status_code == 302


def test_the_operator_sees_progress_and_not_who(as_person, one):
    page = as_person("liang", WHEN).get(f"/incubation/objections/{one.pk}/").content.decode()
    assert one.number in page and one.name not in page and one.fact not in page
    assert as_person("liang", WHEN).post(f"/incubation/objections/{one.pk}/reveal/").status_code == 403


def test_a_handler_sees_who_it_was_by_an_act_that_is_on_record(as_person, one):
    du = as_person("du", WHEN)
    masked = du.get(f"/incubation/objections/{one.pk}/").content.decode()
    assert one.fact in masked and one.name not in masked and one.phone not in masked
    before = AuditEvent.objects.filter(event="incubation.objection.shown").count()
    clear = du.post(f"/incubation/objections/{one.pk}/reveal/").content.decode()
    assert one.name in clear and one.phone in clear
    assert AuditEvent.objects.filter(event="incubation.objection.shown").count() == before + 1


def test_it_blocks_its_place_and_no_other(as_person, one, at):
    from sanshe.incubation.actions.notice.publication import confirm_due

    assert confirm_due(batch=one.place.batch, at=at("2022-01-22 08:00")) == 29
    assert Place.objects.get(pk=one.place_id).state == "noticed"
    assert confirm_due(batch=one.place.batch, at=at("2022-01-22 08:01")) == 0


def test_an_act_is_never_put_on_record_by_hand(as_person, one):
    du, url = as_person("du", WHEN), f"/incubation/objections/{one.pk}/handle/"
    before = AuditEvent.objects.filter(event__startswith="incubation.objection.").count()
    for event in ("closed", "answered", "reviewed", "withdrawn"):
        du.post(url, {"act": "note", "kind": f"incubation.objection.{event}", "text": "x"})
    assert AuditEvent.objects.filter(event__startswith="incubation.objection.").count() == before


def test_four_digits_are_not_guessed(as_person, one, b):
    """Each guess from a new device: the number itself is locked, and the right digits no longer help."""
    raised(as_person("", WHEN), b)
    said = {"number": "220120-002", "digits": "0000"}
    answers = [as_person("", WHEN).post("/incubation/objections/mine/", said).status_code for _ in range(21)]
    assert answers == [422] * 20 + [409]
    right = as_person("", WHEN).post("/incubation/objections/mine/", {**said, "digits": "1234", "act": "withdraw"})
    assert right.status_code == 409 and Objection.objects.get(number="220120-002").state == "received"


def test_what_was_shown_unmasked_is_kept_in_no_receipt(as_person, one):
    from sanshe.core.receipts.models import Receipt

    as_person("du", WHEN).post(f"/incubation/objections/{one.pk}/reveal/")
    as_person("liang", WHEN).post(f"/incubation/applications/{one.place.application_id}/reveal/")
    as_person("liang", WHEN).post(f"/parties/{one.place.application.organisation_id}/reveal/")
    assert not Receipt.objects.filter(path__endswith="/reveal/").exists()


def test_no_browser_or_address_fills_the_list_and_nobody_loses_a_text_or_a_day(as_person, one, b, monkeypatch, it_is):
    """The last second of the window: the sixth of one browser waits, and counts from when it was first handed in."""
    from datetime import timedelta

    from sanshe.core.kit import clock

    when, url = "2022-01-21 23:59:58", f"/incubation/batches/{b}/object/"
    client = as_person("", when)
    assert [raised(client, b).status_code for _ in range(5)] == [200] * 5
    said = {"place": Place.objects.filter(state="noticed")[0].pk, "fact": "公示的服务地点和实际不一样，请核实。"}
    said |= {"name": "许建国", "phone": "13800001234"}
    asked = {"X-Request-Id": str(uuid4())}
    late = client.post(url, said, headers=asked)
    page = late.content.decode()
    assert late.status_code == 429 and int(late["Retry-After"]) == 300
    assert said["fact"] in page and "13800001234" in page and "请稍后" in page
    assert asked["X-Request-Id"] in page and Objection.objects.count() == 6
    signed = re.search(r'name="_received" value="([^"]+)"', page)[1]
    it_is("2022-01-22 00:05:01")
    later = clock.real() + timedelta(minutes=5, seconds=1)
    monkeypatch.setattr("sanshe.core.kit.clock.real", lambda: later)
    assert (
        client.post(url, {**said, "_received": signed, "fact": said["fact"] + "改过"}, headers=asked).status_code == 422
    )
    assert client.post(url, {**said, "_received": signed}, headers=asked).status_code == 200
    newest = Objection.objects.order_by("-raised_at")[0]
    assert Objection.objects.count() == 7 and newest.number.startswith("220121-")


def test_many_browsers_of_one_address_and_many_addresses_are_counted_too(as_person, one, b, monkeypatch):
    from sanshe.incubation.rules.notice import objection as rules

    monkeypatch.setattr(rules, "MOST_OF_ADDRESS", 2)
    assert [raised(as_person("", WHEN), b).status_code for _ in range(3)] == [200, 200, 429]
    monkeypatch.setattr(rules, "MOST_OF_ADDRESS", 20)
    monkeypatch.setattr(rules, "MOST_OF_BATCH", 2)
    assert raised(as_person("", WHEN), b).status_code == 429


def test_what_is_not_taken_does_not_count_and_no_address_is_kept(as_person, one, b):
    from sanshe.core.accounts.models import Failure

    client = as_person("", WHEN)
    assert [raised(client, b, phone="1").status_code for _ in range(7)] == [422] * 7
    assert raised(client, b).status_code == 200
    kept = list(Failure.objects.values_list("account", "device", "count"))
    assert len(kept) == 3 and all(len(mark) == 64 and device == "" and n == 1 for mark, device, n in kept)


def test_who_asks_for_review_in_the_last_second_and_met_a_503_is_in_time(as_person, one, b, monkeypatch, it_is):
    from django.db import OperationalError

    raised(as_person("", WHEN), b)
    Objection.objects.filter(number="220120-002").update(state="answered", review_due_on="2022-01-25")
    client, url = as_person("", "2022-01-25 23:59:59"), "/incubation/objections/mine/"
    said = {"number": "220120-002", "digits": "1234", "act": "review", "reason": "没有看到原件"}
    asked = {"X-Request-Id": str(uuid4())}

    def locked(**said):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("sanshe.incubation.actions.notice.objection.ask_review", locked)
        met = client.post(url, said, headers=asked)
    it_is("2022-01-26 00:00:20")
    assert met.status_code == 503
    assert client.post(url, said, headers={"X-Request-Id": str(uuid4())}).status_code == 409
    assert client.post(url, {**said, "_received": met["X-Received"]}, headers=asked).status_code == 200
    assert Objection.objects.get(number="220120-002").state == "under_review"


@pytest.fixture
def officers(told):
    """Two more officers of the bureau; the first sits nowhere, the second decided recusals."""
    from sanshe.core.accounts import actions as accounts
    from sanshe.core.kit.access import SYSTEM

    made = []
    for name in ("路遥远", "康定之"):
        who = accounts.create_user(username=f"o{uuid4().hex[:9]}", name=name, is_staff=True, by=SYSTEM, at=AT)
        accounts.appoint(user=who, role="bureau_officer", area_path="140213", by=SYSTEM, at=AT, starts=AT.date())
        made.append(who)
    return made


def test_the_handler_names_a_second_one_who_may_then_work_on_it(as_person, client_of, one, officers):
    du, (second, third) = as_person("du", WHEN), officers
    url = f"/incubation/objections/{one.pk}/"
    du.post(f"{url}handle/", {"act": "accept", "points": "第一点"})
    page = du.get(url).content.decode()
    assert "指定协办" in page and second.name in page and "侯建平" not in page
    helper, stranger = client_of(second), client_of(third)
    said = {"act": "note", "kind": "incubation.objection.contacted", "text": "打了电话"}
    assert helper.post(f"{url}handle/", said).status_code == 409
    assert du.post(f"{url}co-handler/", {"person": second.pk}).status_code == 302
    assert helper.post(f"{url}handle/", said).status_code == 302
    assert second.name in du.get(url).content.decode()
    assert AuditEvent.objects.filter(event="incubation.objection.co_handler_named").count() == 1
    assert stranger.post(f"{url}co-handler/", {"person": third.pk}).status_code == 409
    assert "请主办指定您协办" in stranger.post(f"{url}co-handler/", {"person": third.pk}).content.decode()


def test_nobody_answers_what_another_took_up_and_reviews_it(as_person, client_of, one, officers):
    url, other = f"/incubation/objections/{one.pk}/handle/", client_of(officers[0])
    as_person("du", WHEN).post(url, {"act": "accept", "points": "第一点"})
    assert other.post(url, {"act": "judge", "verdict-1": "false", "found-1": "查了"}).status_code == 409
    assert other.post(url, {"act": "answer", "outcome": "dismissed", "text": "不成立"}).status_code == 409
    one.refresh_from_db()
    assert one.state == "accepted"


def test_no_finding_changes_behind_an_answer_nor_an_answer_before_a_finding(one, officers, at):
    """The handler and the co-handler press at once: each acts on the case as it was read."""
    du = actor_for(user_by_login("du"), when := at(WHEN))
    actions.accept(objection=one, points=["服务地点"], by=du, at=when)
    said = {"verdict": PointVerdict.FALSE, "found": "看了原件", "by": du, "at": when}
    answer = {"outcome": ObjectionOutcome.DISMISSED, "text": "查过，属实的没有。", "by": du, "at": when}
    actions.judge_point(point=Point.objects.get(objection=one), **said)
    as_read = Objection.objects.get(pk=one.pk)
    point = Point.objects.select_related("objection").get(objection=one)
    actions.judge_point(point=Point.objects.get(objection=one), **said)
    with pytest.raises(Refused, match="move_not_allowed"):
        actions.answer(objection=as_read, **answer)
    actions.answer(objection=Objection.objects.get(pk=one.pk), **answer)
    with pytest.raises(Refused, match="move_not_allowed"):
        actions.judge_point(point=point, **said | {"verdict": PointVerdict.TRUE})
    assert Point.objects.get(pk=point.pk).verdict == PointVerdict.FALSE


@pytest.mark.parametrize("who", ["fan", "liang", "du", "nobody", "junk"])
def test_who_is_not_independent_is_not_named(as_person, one, who):
    from sanshe.core.accounts.queries import user_by_login

    du, url = as_person("du", WHEN), f"/incubation/objections/{one.pk}/"
    du.post(f"{url}handle/", {"act": "accept", "points": "第一点"})
    found = user_by_login(who)
    said = {"person": found.pk if found else "x" if who == "junk" else uuid4()}
    assert du.post(f"{url}co-handler/", said).status_code == 409
    one.refresh_from_db()
    assert one.co_handler is None


def test_who_worked_on_it_does_not_review_it_though_another_is_co_handler_now(as_person, client_of, one, officers):
    du, (second, third) = as_person("du", WHEN), officers
    url = f"/incubation/objections/{one.pk}/"
    du.post(f"{url}handle/", {"act": "accept", "points": "第一点"})
    du.post(f"{url}co-handler/", {"person": second.pk})
    found = {"act": "judge", "verdict-1": "false", "found-1": "查了"}
    assert client_of(second).post(f"{url}handle/", found).status_code == 302
    du.post(f"{url}co-handler/", {"person": third.pk})
    du.post(f"{url}handle/", {"act": "answer", "outcome": "dismissed", "text": "不成立"})
    one.refresh_from_db()
    ask_review(objection=one, reason="再看", at=one.answered_at)
    again = {"act": "review", "outcome": "dismissed", "text": "维持"}
    assert client_of(second).post(f"{url}handle/", again).status_code == 409
    one.refresh_from_db()
    assert one.state == "under_review"
