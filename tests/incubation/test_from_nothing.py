"""An empty district, on pages: a centre, a batch, its call, a paper over the desk, a panel with its seats."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sanshe.core.kit.access import SYSTEM
from sanshe.core.parties.actions import register_organisation
from sanshe.core.parties.models import Office
from sanshe.incubation.actions.panel import panel as panel_actions
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.enums.screening.screening import CheckVerdict
from sanshe.incubation.models import Application, Batch, DeskReceipt, FieldVisit, Panelist, Relation
from sanshe.incubation.pages.screening.examination import rule_lines
from sanshe.incubation.story.applications import PAPER, credit_code, values_of

pytestmark = pytest.mark.django_db
CENTRE = {"name": "创享中心", "area_path": "140213", "phone": "0352-0000000", "address": "永泰街", "hours": "工作日"}
CENTRE |= {"side": "runs", "number_prefix": "创享", "short_prefix": "创", "letters": "cx"}
PLAN = {
    "no": 1, "name": "第一批", "places": 2, "reserve_places": 1, "tabulation_rule": "mean",
    "screening_until": "2022-01-11", "panel_on": "2022-01-14", "notice_days": 5, "notice_day_kind": "workday",
    "signing_from": "2022-02-17", "signing_to": "2022-02-23", "signing_hour": 18, "reserve_until": "2022-05-16",
    "term_months": 12, "desks": 2, "sessions": 12, "hours": 48, "bureau": 1, "centre_side": 0, "social_work": 0,
    "community": 0,
}  # fmt: skip
CALL = {
    "number": "创享公告〔2021〕1 号", "opens_on": "2021-12-25", "closes_on": "2022-01-03", "intro": "招募。",
    "conditions": "在本区做服务\n有一位负责人", "name_1": "公益性", "says_1": "受益的是居民", "points_1": 60,
    "name_2": "可持续", "points_2": 40,
}  # fmt: skip


@pytest.fixture
def operator(client_as):
    register_organisation(name="承办方", registration="registered", credit_code=credit_code(1), area_path="140213",
                          by=SYSTEM, at=datetime(2021, 1, 1, tzinfo=UTC))  # fmt: skip
    return client_as("centre_operator")


@pytest.fixture
def planned(operator, client_as, it_is):
    it_is("2021-12-20 10:00")
    client_as("district_admin").post("/parties/offices/new/", {**CENTRE, "operator": credit_code(1)})
    operator.post("/incubation/batches/new/", {**PLAN, "centre": str(Office.objects.get().pk)})
    return Batch.objects.get()


@pytest.fixture
def opened(planned, operator, client_as, it_is):
    """The call is out; its clock says noon of the third day."""
    operator.post(at_(planned, "wording"), CALL)
    client_as("bureau_officer").post(at_(planned, "call_approve"))
    it_is("2021-12-25 09:00")
    operator.post(at_(planned, "call_publish"))
    it_is("2021-12-27 12:00")
    planned.refresh_from_db()
    return planned


def at_(batch, name, **more):
    return reverse(f"incubation:{name}", kwargs={"b": batch.pk, **more})


def test_in_an_empty_district_the_office_comes_first(operator, client_as):
    admin = client_as("district_admin")
    assert admin.get("/incubation/batches/new/").headers["Location"] == "/parties/offices/new/"
    answer = operator.get("/incubation/batches/new/")
    assert (answer.status_code, "请区管理员先登记，再筹备" in answer.content.decode()) == (409, True)


def test_a_centre_of_which_nobody_can_sign_runs_no_batch(operator, client_as):
    admin = client_as("district_admin")
    answer = admin.post("/parties/offices/new/", {**CENTRE, "operator": credit_code(9)})
    assert (answer.status_code, Office.objects.count()) == (422, 0)
    admin.post("/parties/offices/new/", CENTRE)
    answer = operator.post("/incubation/batches/new/", {**PLAN, "centre": str(Office.objects.get().pk)})
    assert (answer.status_code, Batch.objects.count()) == (422, 0)
    assert "这个中心还没写运营的组织" in answer.content.decode()


def test_a_batch_is_planned_with_its_sides_and_capacities(planned):
    assert planned.panel_sides == {"bureau": 1, "centre": 0, "social_work": 0, "community": 0}
    assert planned.capacity == {"desks": 2, "sessions": 12, "hours": 48}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({}, "第 1 批已经有了"), ({"no": 2, "panel_on": "2022-01-11"}, "日子前后不对")],
)
def test_a_plan_says_at_the_field_what_is_wrong_and_keeps_what_was_typed(planned, operator, change, sentence):
    answer = operator.post("/incubation/batches/new/", {**PLAN, "centre": str(planned.centre_id), **change})
    assert (answer.status_code, Batch.objects.count()) == (422, 1)
    assert sentence in answer.content.decode()
    assert 'value="第一批"' in answer.content.decode()


def test_the_call_takes_criteria_and_conditions_with_it(opened):
    assert [(c.name, c.says, c.points) for c in opened.criteria.all()] == [
        ("公益性", "受益的是居民", 60), ("可持续", "", 40)]  # fmt: skip
    assert [rule.text for rule in opened.rules.all()] == ["在本区做服务", "有一位负责人"]
    assert (opened.state, opened.calls.get().state) == ("open", "published")


def test_evidence_follows_what_a_condition_asks_for_and_not_its_place(planned, operator):
    asked = "负责人签名的承诺页\n有一位负责人\n在本区做服务，或打算在本区做"
    operator.post(at_(planned, "wording"), {**CALL, "conditions": asked})
    assert [rule.kind for rule in planned.rules.all()] == ["undertaking", "", "where"]
    row = Application(batch=planned, fields={"where": "柳航里"}, registration="none")
    assert [line.evidence for line in rule_lines(row, {})] == ["没有承诺页", "", "柳航里"]


def test_an_approved_call_goes_back_before_a_word_changes(planned, operator, client_as):
    operator.post(at_(planned, "wording"), CALL)
    bureau = client_as("bureau_officer")
    bureau.post(at_(planned, "call_approve"))
    version = planned.calls.get().version
    planned.refresh_from_db()
    assert operator.get(at_(planned, "wording")).status_code == 302
    assert operator.post(at_(planned, "replan"), {**PLAN, "version": planned.version}).status_code == 409
    bureau.post(at_(planned, "call_back"), {"reason": "电话写错了"})
    again = operator.post(at_(planned, "wording"), {**CALL, "points_1": 50, "version": version + 1})
    assert (again.status_code, planned.criteria.get(no=1).points) == (302, 50)


def test_two_who_change_one_draft_do_not_overwrite_each_other(planned, operator):
    operator.post(at_(planned, "wording"), CALL)
    read = planned.calls.get().version
    operator.post(at_(planned, "wording"), {**CALL, "intro": "甲写的", "version": read})
    second = operator.post(at_(planned, "wording"), {**CALL, "intro": "乙写的", "version": read})
    assert (second.status_code, planned.calls.get().content["intro"]) == (409, "甲写的")
    assert "乙写的" in second.content.decode()


def test_a_published_plan_is_frozen(opened, operator):
    answer = operator.post(at_(opened, "replan"), {**PLAN, "version": opened.version, "places": 9})
    opened.refresh_from_db()
    assert (answer.status_code, opened.places) == (409, 2)


def taken_in(operator, batch, when="2021-12-27T11:00"):
    scan = SimpleUploadedFile("scan.pdf", PAPER, "application/pdf")
    return operator.post(at_(batch, "receipts"), {"name": "柳岸互助社", "received_at": when, "scan": scan})


def paper(**change):
    return {**values_of("柳岸互助社", 7), "registration": "registered", "credit_code": credit_code(307), **change}


def test_a_paper_is_noted_witnessed_by_another_and_entered(opened, operator, client_as):
    taken_in(operator, opened)
    row, enter = DeskReceipt.objects.get(), at_(opened, "enter", no=1)
    assert operator.post(enter, paper()).status_code == 409  # nobody witnessed it
    assert operator.post(at_(opened, "witness", no=1)).status_code in (403, 409)  # not who took it in
    client_as("centre_operator").post(at_(opened, "witness", no=1))
    assert operator.post(enter, paper()).status_code == 302
    made = Application.objects.get()
    assert (made.number, made.channel, made.submitted_at) == ("01-001", "desk", row.received_at)
    assert operator.post(enter, paper(credit_code=credit_code(308), name="另一家")).status_code == 409  # used


@pytest.mark.parametrize("when", ["2021-12-24T11:00", "2021-12-28T11:00"])
def test_a_paper_outside_the_calls_days_or_still_to_come_is_refused(opened, operator, when):
    assert (taken_in(operator, opened, when).status_code, DeskReceipt.objects.count()) == (422, 0)


def test_a_paper_with_a_wrong_code_says_so_at_the_code(opened, operator, client_as):
    taken_in(operator, opened)
    client_as("centre_operator").post(at_(opened, "witness", no=1))
    wrong = credit_code(307)[:-1] + ("0" if credit_code(307)[-1] != "0" else "1")
    answer = operator.post(at_(opened, "enter", no=1), paper(credit_code=wrong))
    assert (answer.status_code, Application.objects.count()) == (422, 0)


@pytest.fixture
def received(opened, operator, client_as):
    taken_in(operator, opened)
    client_as("centre_operator").post(at_(opened, "witness", no=1))
    operator.post(at_(opened, "enter", no=1), paper())
    return Application.objects.get()


def judged(row, actor, when):
    screening.check_all(application=row, verdicts=dict.fromkeys((1, 2), CheckVerdict.MET), by=actor, at=when)
    screening.pass_(application=row, by=actor, at=when)


def test_members_are_seated_once_and_looked_up_against_those_who_pass_later(received, operator, user_as, at):
    member = user_as("panelist", name=values_of("柳岸互助社", 7)["head_name"])
    seat = {"person": str(member.pk), "side": "bureau"}
    assert operator.post(at_(received.batch, "members"), seat).status_code == 302
    assert operator.post(at_(received.batch, "members"), seat).status_code == 422
    assert Relation.objects.count() == 0  # nobody had passed the screening
    judged(received, operator.actor, at("2022-01-05 10:00"))
    assert Relation.objects.get().kind == "legal_representative"
    operator.post(at_(received.batch, "dismiss", pk=Panelist.objects.get().pk))
    assert Panelist.objects.get().dismissed_at is not None


def test_one_passed_on_review_after_the_lock_goes_last(received, operator, user_as, actor, at):
    seat = {"person": str(user_as("panelist").pk), "side": "bureau"}
    operator.post(at_(received.batch, "members"), seat)
    judged(received, operator.actor, at("2022-01-05 10:00"))
    when, who = at("2022-01-13 16:00"), {"by": operator.actor, "at": at("2022-01-13 16:00")}
    Panelist.objects.update(declared_at=when)
    for side in panel_actions.rules.DRAW_SIDES:
        seal = panel_actions.rules.seal_of_number(number=7, nonce="词")
        panel_actions.seal_number(batch=received.batch, side=side, seal=seal, **who)
    panel_actions.open_draw(
        batch=received.batch, opened=dict.fromkeys(panel_actions.rules.DRAW_SIDES, (7, "词")), **who
    )
    panel_actions.lock(batch=received.batch, **who)
    late = Application.objects.get(pk=received.pk)
    late.pk, late.serial, late.number, late.draft_code, late.credit_code = None, 2, "01-002", "C-9", ""
    late._state.adding = True
    late.save()
    panel_actions.append_last(application=late, **who)
    assert list(received.batch.panel.slots.order_by("turn").values_list("place", "application")) == [
        (1, received.pk), (2, late.pk)]  # fmt: skip


def test_a_field_enquiry_is_noted_by_two(received, operator):
    where = at_(received.batch, "field_visit", pk=received.pk)
    said = {"visited_on": "2021-12-27", "first": "田晓红", "second": "田晓红", "found": "有活动室"}
    assert operator.post(where, said).status_code in (403, 409, 422)
    said["second"] = "贺晓东"
    for day, sentence in (("2022-01-06", "这一天还没到"), ("0021-12-27", "1949 年以前")):
        assert sentence in operator.post(where, {**said, "visited_on": day}).content.decode()
    assert operator.post(where, said).status_code == 302
    assert FieldVisit.objects.get().visitors == sorted(["田晓红", "贺晓东"])


def test_the_pages_of_planning_open_for_who_plans_and_for_nobody_else(opened, operator, client_as):
    names = ("receipts", "members", "replan", "call_edit")
    assert {operator.get(at_(opened, name)).status_code for name in names} == {200}
    assert {client_as("auditor").get(at_(opened, name)).status_code for name in names[:3]} == {403}
    assert {client_as("centre_operator", path="140214").get(at_(opened, name)).status_code for name in names} == {404}


def test_with_no_batch_before_nobody_graduated_of_the_first_two(operator):
    page = operator.get("/incubation/").content.decode()
    assert "前两批出壳" not in page and "<figcaption>出壳</figcaption>" in page


def test_who_plans_but_does_not_write_the_call_sees_the_batch(operator, client_as, it_is):
    it_is("2021-12-20 10:00")
    client_as("district_admin").post("/parties/offices/new/", {**CENTRE, "operator": credit_code(1)})
    plan, admin = {**PLAN, "centre": str(Office.objects.get().pk)}, client_as("district_admin")
    answer = admin.post("/incubation/batches/new/", plan)
    assert answer["Location"] == at_(Batch.objects.get(), "batch")
    assert admin.get(answer["Location"]).status_code == 200
