"""A case from the first word to its end: what each act changes, records and tells; on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.refused import Refused
from sanshe.core.notices.models import Message
from sanshe.core.objections import actions, queries
from sanshe.core.objections.enums import E, Outcome, R, State, Verdict
from sanshe.core.objections.models import Objection, Point
from sanshe.core.objections.types import Finding, Origin, Said
from tests.objections import world
from tests.objections.world import AT, SAID, TITLE

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)
FALSE = [Finding(1, Verdict.FALSE, "看了原件")]


def acts():
    return list(AuditEvent.objects.filter(kind=TITLE).order_by("pk").values_list("event", flat=True))


def told():
    return list(Message.objects.order_by("pk").values_list("template", flat=True))


def raised(case, **more):
    where = {"kind": TITLE, "listing": case.key, "subject": case.subject, "said": SAID, "at": AT}
    return actions.raise_(**where | more)


def accepted(case):
    actions.accept(objection=case.row, points=["没有违章"], by=case.actor("handler"), at=LATER)
    return case.row


def answered(case, outcome=Outcome.DISMISSED, verdict=Verdict.FALSE):
    row, by = accepted(case), case.actor("handler")
    actions.judge(objection=row, findings=[Finding(1, verdict, "查了")], by=by, at=LATER)
    actions.answer(objection=row, outcome=outcome, text="经核实。", by=by, at=LATER)
    return row


def test_what_was_raised_has_its_number_its_days_and_its_letter(case):
    row = case.row
    assert (row.number, row.title, row.listing_title) == ("220120-001", "甲单位", "无酒驾单位公示")
    assert (str(row.accept_due_on), str(row.answer_due_on)) == ("2022-01-25", "2022-02-08")
    assert row.undo_until == AT + timedelta(minutes=10) and row.area_path == world.DISTRICT
    assert acts() == ["toys.objection.raised"] and told() == ["toys.objection_received"]
    assert raised(case).number == "220120-002"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"at": datetime(2022, 1, 21, 16, tzinfo=UTC)}, R.NOT_IN_WINDOW),
        ({"at": datetime(2022, 1, 17, 0, tzinfo=UTC)}, R.NOT_IN_WINDOW),
        ({"said": Said("短", "许建国", "13800001234")}, R.NO_FACT),
        ({"said": Said(SAID.fact, "", "13800001234")}, R.NO_NAME),
        ({"said": Said(SAID.fact, "许建国", "110")}, R.NO_PHONE),
    ],
)
def test_nobody_objects_outside_the_window_or_without_fact_name_and_telephone(case, more, code):
    with pytest.raises(Refused) as refused:
        raised(case, **more)
    assert refused.value.code == code and Objection.objects.count() == 1


def test_what_does_not_stand_on_the_public_list_is_not_objected_to(case):
    unlisted = list(world.toys.titles)[2]
    with pytest.raises(Refused, match="not_on_list"):
        raised(case, subject=unlisted)


def test_each_of_three_counts_paces_what_comes_and_a_refused_one_counts_nowhere(case, monkeypatch):
    from sanshe.core.objections import rules

    for name in ("MOST_OF_DEVICE", "MOST_OF_ADDRESS", "MOST_OF_LISTING"):
        with monkeypatch.context() as patch:
            patch.setattr(rules, name, 1)
            ask = {"origin": Origin(f"browser {name}", f"10.0.0.{len(name)}", AT)}
            raised(case, **ask)
            with pytest.raises(Refused, match="too_often"):
                raised(case, **ask)
            from sanshe.core.accounts.models import Failure

            Failure.objects.all().delete()


def test_what_is_taken_back_leaves_the_counts_and_what_was_written_is_gone(case):
    actions.take_back(objection=case.row, at=AT + timedelta(minutes=9))
    row = Objection.objects.get(pk=case.row.pk)
    assert (row.state, row.fact, row.name, row.phone, row.track_index) == (State.TAKEN_BACK, "", "", "", "")
    assert queries.count_of(TITLE, case.key).received == 0 and queries.under(TITLE, world.DISTRICT) == 0
    assert not queries.visible(case.actor("handler")).exists() and acts()[-1] == "toys.objection.taken_back"
    with pytest.raises(Refused, match="handled"):
        actions.take_back(objection=row, at=AT + timedelta(minutes=9))


def test_after_ten_minutes_it_is_withdrawn_which_stays_on_record(case):
    with pytest.raises(Refused, match="undo_over"):
        actions.take_back(objection=case.row, at=AT + timedelta(minutes=10))
    actions.withdraw(objection=case.row, at=AT + timedelta(minutes=10))
    assert case.row.state == State.WITHDRAWN and queries.count_of(TITLE, case.key).received == 1
    assert acts()[-1] == "toys.objection.withdrawn"


def test_what_is_taken_up_is_withdrawn_by_its_handler_only_and_in_words(case):
    row = accepted(case)
    for act in (actions.take_back, actions.withdraw):
        with pytest.raises(Refused, match="handled"):
            act(objection=row, at=LATER)
    with pytest.raises(Refused, match="no_reason"):
        actions.withdraw_for(objection=row, text=" ", by=case.actor("handler"), at=LATER)
    with pytest.raises(Refused, match="not_handler"):
        actions.withdraw_for(objection=row, text="来电", by=case.actor("other"), at=LATER)
    actions.withdraw_for(objection=row, text="本人来电撤回", by=case.actor("handler"), at=LATER)
    assert row.state == State.WITHDRAWN and row.notes.get().text == "本人来电撤回"
    assert acts().count("toys.objection.withdrawn") == 1


def test_taking_up_names_the_points_and_tells_both_sides(case):
    with pytest.raises(Refused, match="no_points"):
        actions.accept(objection=case.row, points=[], by=case.actor("handler"), at=LATER)
    row = accepted(case)
    assert (row.state, row.handler) == (State.ACCEPTED, case.users["handler"].pk) and row.points.count() == 1
    assert told() == ["toys.objection_received", "toys.objection_accepted", "toys.objection_concerned"]
    letter = Message.objects.get(template="toys.objection_concerned")
    assert "甲单位" in letter.text and SAID.name not in letter.text and SAID.phone not in letter.text


def test_declining_needs_a_reason_that_is_sent_as_it_stands(case):
    with pytest.raises(Refused, match="no_reason"):
        actions.decline(objection=case.row, reason=" ", by=case.actor("handler"), at=LATER)
    actions.decline(objection=case.row, reason="说的不是这份公示里的单位。", by=case.actor("handler"), at=LATER)
    assert (case.row.state, case.row.closed_at) == (State.DECLINED, LATER)
    assert not queries.is_blocked(TITLE, case.subject)
    assert "说的不是这份公示里的单位。" in Message.objects.get(template="toys.objection_declined").text


def test_an_open_objection_holds_up_its_own_thing_only_until_the_end(case):
    second = list(world.toys.titles)[1]
    row = answered(case)
    assert queries.blocked(TITLE, case.key) == {case.subject} and not queries.is_blocked(TITLE, second)
    actions.close(objection=row, at=datetime(2022, 1, 27, 16, tzinfo=UTC))
    assert queries.blocked(TITLE, case.key) == set() and row.state == State.CLOSED


def test_who_did_not_take_it_up_does_not_work_on_it_until_named(case):
    row, other = accepted(case), case.actor("other")
    for act, more in (
        (actions.judge, {"findings": FALSE}),
        (actions.answer, {"outcome": Outcome.DISMISSED, "text": "不成立"}),
        (actions.note, {"event": E.CONTACTED, "text": "打了电话"}),
        (actions.name_co_handler, {"person": case.users["third"].pk}),
        (actions.show, {}),
    ):
        with pytest.raises(Refused, match="not_handler"):
            act(objection=row, by=other, at=LATER, **more)
    actions.name_co_handler(objection=row, person=other.id, by=case.actor("handler"), at=LATER)
    actions.judge(objection=row, findings=FALSE, by=other, at=LATER)
    actions.show(objection=row, by=other, at=LATER)
    assert acts()[-3:] == [f"toys.objection.{e}" for e in (E.CO_HANDLER_NAMED, E.POINT_JUDGED, E.SHOWN)]


@pytest.mark.parametrize(
    ("who", "code"),
    [("handler", R.NO_CO_HANDLER), ("follower", R.NO_CO_HANDLER), ("drafter", R.BARRED), ("recommender", R.BARRED)],
)
def test_who_is_not_independent_is_neither_named_nor_offered(case, who, code):
    row = accepted(case)
    with pytest.raises(Refused) as refused:
        actions.name_co_handler(objection=row, person=case.users[who].pk, by=case.actor("handler"), at=LATER)
    assert refused.value.code == code
    offered = {pk for pk, _name in queries.co_handlers(row, LATER)}
    assert offered == {case.users["other"].pk, case.users["third"].pk}


def test_what_an_act_of_its_own_records_is_never_noted_by_hand(case):
    row = accepted(case)
    for event in set(E) - {E.TOLD, E.HEARD, E.CONTACTED}:
        with pytest.raises(Refused):
            actions.note(objection=row, event=event, text="x", by=case.actor("handler"), at=LATER)
    with pytest.raises(Refused, match="no_note"):
        actions.note(objection=row, event=E.HEARD, text=" ", by=case.actor("handler"), at=LATER)
    assert not row.notes.exists()


def test_no_finding_changes_behind_an_answer_nor_an_answer_before_a_finding(case):
    row, by = accepted(case), case.actor("handler")
    actions.judge(objection=row, findings=FALSE, by=by, at=LATER)
    read = Objection.objects.get(pk=row.pk)
    actions.judge(objection=row, findings=FALSE, by=by, at=LATER)
    answer = {"outcome": Outcome.DISMISSED, "text": "查过。", "by": by, "at": LATER}
    with pytest.raises(Refused, match="moved_on"):
        actions.answer(objection=read, **answer)
    before = Objection.objects.get(pk=row.pk)
    actions.answer(objection=Objection.objects.get(pk=row.pk), **answer)
    with pytest.raises(Refused, match="moved_on"):
        actions.judge(objection=before, findings=[Finding(1, Verdict.TRUE, "")], by=by, at=LATER)
    with pytest.raises(Refused, match="move_not_allowed"):
        actions.judge(objection=Objection.objects.get(pk=row.pk), findings=FALSE, by=by, at=LATER)
    assert Point.objects.get(objection=row).verdict == Verdict.FALSE


def test_an_answer_is_sent_and_its_days_for_a_review_run(case):
    row = answered(case)
    assert (row.outcome, str(row.review_due_on)) == (Outcome.DISMISSED, "2022-01-27")
    assert Message.objects.filter(template="toys.objection_answered").count() == 1
    late = datetime(2022, 1, 27, 16, tzinfo=UTC)
    with pytest.raises(Refused, match="review_over"):
        actions.ask_review(objection=row, reason="没有看到原件", at=late)
    with pytest.raises(Refused, match="review_open"):
        actions.close(objection=row, at=late - timedelta(microseconds=1))
    assert actions.close_due(at=late) == 0  # ten minutes settle what met a 503
    assert actions.close_due(at=late + timedelta(minutes=10)) == 1 and actions.close_due(at=late + timedelta(1)) == 0


def test_a_review_is_done_by_somebody_who_did_nothing_in_it(case):
    row = accepted(case)
    actions.name_co_handler(objection=row, person=case.users["other"].pk, by=case.actor("handler"), at=LATER)
    actions.judge(objection=row, findings=FALSE, by=case.actor("other"), at=LATER)
    actions.name_co_handler(objection=row, person=case.users["third"].pk, by=case.actor("handler"), at=LATER)
    actions.answer(objection=row, outcome=Outcome.DISMISSED, text="查过。", by=case.actor("handler"), at=LATER)
    actions.ask_review(objection=row, reason="再看", at=LATER)
    assert queries.workers(row) == {str(case.users[one].pk) for one in ("handler", "other", "third")}
    said = {"outcome": Outcome.DISMISSED, "text": "维持。", "at": LATER}
    with pytest.raises(Refused, match="move_not_allowed|reviewer_handled"):
        actions.review(objection=row, by=case.actor("other"), **said)
    with pytest.raises(Refused, match="no_answer"):
        actions.review(objection=row, by=case.actor("reviewer"), **said | {"text": " "})
    actions.review(objection=row, by=case.actor("reviewer"), **said)
    assert (row.state, row.reviewer) == (State.CLOSED, case.users["reviewer"].pk)
    assert Message.objects.filter(template="toys.objection_settled").count() == 1


@pytest.mark.parametrize("how", ["review", "close"])
def test_what_an_upheld_objection_does_stands_or_falls_with_its_end(case, how):
    row = answered(case, Outcome.UPHELD, Verdict.TRUE)
    if how == "review":
        actions.ask_review(objection=row, reason="再看", at=LATER)
    end = {
        "review": lambda: actions.review(
            objection=row, outcome=Outcome.UPHELD, text="维持。", by=case.actor("reviewer"), at=LATER
        ),
        "close": lambda: actions.close(objection=row, at=datetime(2022, 1, 28, tzinfo=UTC)),
    }[how]
    state, world.toys.run = row.state, "breaks"
    with pytest.raises(RuntimeError):
        end()
    row.refresh_from_db()
    assert row.state == state and not AuditEvent.objects.filter(event="toys.fell").exists()
    world.toys.run = None
    end()
    assert row.state == State.CLOSED
    assert AuditEvent.objects.get(event="toys.fell").subject == str(case.subject)


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.DISMISSED])
def test_an_objection_that_is_not_upheld_does_nothing(case, outcome):
    row = answered(case, outcome, Verdict.TRUE if outcome == Outcome.PARTLY else Verdict.FALSE)
    actions.close(objection=row, at=datetime(2022, 1, 28, tzinfo=UTC))
    assert not AuditEvent.objects.filter(event="toys.fell").exists()


def test_a_handler_who_left_office_leaves_no_case_behind(case, user_as):
    from sanshe.core.accounts.models import Appointment

    row, other = accepted(case), case.actor("other")
    with pytest.raises(Refused, match="handler_is_here"):
        actions.take_over(objection=row, reason="接办", by=other, at=LATER)
    Appointment.objects.filter(user=case.users["handler"]).update(ends=AT.date() - timedelta(days=1))
    with pytest.raises(Refused, match="no_reason"):
        actions.take_over(objection=row, reason="", by=other, at=LATER)
    with pytest.raises(Refused, match="barred"):
        actions.take_over(objection=row, reason="接办", by=case.actor("drafter"), at=LATER)
    actions.take_over(objection=row, reason="杜同志调走了", by=other, at=LATER)
    assert row.handler == other.id and str(case.users["handler"].pk) in queries.workers(row)
    actions.judge(objection=row, findings=FALSE, by=other, at=LATER)


def test_names_and_telephones_go_three_years_after_the_end_and_nobody_finds_it_any_more(case):
    from sanshe.core.tracking.queries import found, index_of

    row = answered(case)
    actions.close(objection=row, at=datetime(2022, 1, 28, tzinfo=UTC))
    assert len(found(row.number, "7788")) == 1 and row.track_index == index_of(row.number, SAID.phone)
    assert actions.purge(at=datetime(2025, 1, 28, 12, tzinfo=UTC)) == 0
    assert actions.purge(at=datetime(2025, 1, 29, 12, tzinfo=UTC)) == 1
    row.refresh_from_db()
    assert (row.name, row.phone) == ("", "") and found(row.number, "7788") == []
    assert actions.purge(at=datetime(2025, 1, 30, tzinfo=UTC)) == 0
