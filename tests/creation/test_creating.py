"""From applying to being named, renewed and revoked, by the actions alone."""

from datetime import date

import pytest

from sanshe.core.codes.enums import CodeState
from sanshe.core.codes.models import Code
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.notices.models import Message
from sanshe.core.objections import actions as objections
from sanshe.core.objections.types import Origin, Said
from sanshe.core.rows.enums import R as Rows
from sanshe.creation import actions
from sanshe.creation.enums import AwardState, Level, R, State, TipState, TitleState
from sanshe.creation.ledgers import figures
from sanshe.creation.models import Application, Attestation, Title
from sanshe.creation.queries import applications as queries
from sanshe.creation.queries.naming import KIND
from tests.creation import world as w

pytestmark = pytest.mark.django_db
FACT = "这家单位去年十月有驾驶人酒驾被查，核验没有写到"


@pytest.fixture
def world():
    return w.settle()


def refused(code, act, **said):
    with pytest.raises(Refused) as met:
        act(**said)
    assert met.value.code == code
    return met.value


def test_a_unit_goes_from_intent_to_a_certificate_that_ends_the_day_before_its_year_is_round(world):
    row, question = w.attested(world)
    assert (question.number, question.due_on) == ("2022-001", date(2022, 2, 22))
    assert (question.period_from, question.period_to) == (date(2021, 2, 15), date(2022, 2, 14))
    assert row.state == State.ATTESTED and row.number == "2022-001"
    listed = w.on_notice(world, row)
    assert listed.notice.window_to == date(2022, 2, 22) and listed.notice.serial
    assert figures(w.DISTRICT, at("2022-02-17 09:00"))["on_notice"] == 1
    w.named(world, row)
    title = Title.objects.get()
    assert (title.number, title.starts_on, title.ends_on) == (
        "平创驾〔2022〕1 号",
        date(2022, 2, 25),
        date(2023, 2, 24),
    )
    code = Code.objects.get(subject=title.pk)
    assert (code.valid_from, code.valid_to, code.name) == (title.starts_on, title.ends_on, "御东冷链")
    before, then = (figures(w.DISTRICT, at(day)) for day in ("2022-02-24 23:59", "2022-02-25 00:00"))
    assert (before["in_force"], then["in_force"]) == (0, 1)
    over = figures(w.DISTRICT, at("2023-02-25 00:00"))
    assert over["in_force"] == 0 and figures(w.DISTRICT, at("2023-02-24 23:59"))["in_force"] == 1


def test_one_open_application_a_scheme_and_applicant(world):
    row = w.applied(world)
    assert refused(R.OPEN, w.applied, world=world).facts["scheme"] == "零酒驾"
    actions.withdraw(application=row, by=world.rep, at=at("2022-01-27 11:00"))
    again = w.applied(world, when="2022-01-28 10:00")
    assert again.is_current and not Application.objects.get(pk=row.pk).is_current
    assert again.number == "2022-002"


def test_the_database_itself_keeps_one_open_application(world, monkeypatch):
    w.applied(world)
    monkeypatch.setattr(queries, "same_applicant", lambda *asked: Application.objects.none())
    refused(R.OPEN, w.applied, world=world)


def test_an_application_needs_a_head_drivers_and_words(world):
    row = w.applied(world)
    said = {"application": row, "drivers_on": None, "by": world.rep, "at": at("2022-02-08 10:00")}
    refused(R.NO_DRIVERS, actions.assess, drivers=None, words=w.WORDS, **said)
    refused(R.NO_WORDS, actions.assess, drivers=75, words={1: " "}, **said)
    world.units[1].head_name = ""
    world.units[1].save()
    refused(R.NO_HEAD, w.applied, world=world, unit=world.units[1])


def test_it_is_sent_back_with_words_and_assessed_anew(world):
    row = w.assessed(world, w.applied(world))
    said = {"application": row, "by": world.he, "at": at("2022-02-09 10:00")}
    refused(R.NO_REASON, actions.send_back, reason=" ", **said)
    actions.send_back(reason="台账没看到", **said)
    assert (row.state, row.back_why) == (State.APPLIED, "台账没看到")
    w.assessed(world, row, when="2022-02-10 10:00")
    assert (row.state, row.back_why, row.answers.count()) == (State.ASSESSED, "", 1)


def test_each_step_takes_another_person(world):
    row = w.assessed(world, w.applied(world))
    at_ = at("2022-02-14 10:00")
    refused(Rows.SAME_PERSON, actions.recommend, application=row, remark="", by=world.rep, at=at_)
    w.recommended(world, row)
    refused(Rows.SAME_PERSON, actions.ask, application=row, by=world.he, at=at_)
    question = w.asked(world, row)
    refused(Rows.SAME_PERSON, actions.answer, attestation=question, reply="none", by=world.he, at=at_)
    actions.answer(attestation=question, reply="none", by=world.du, at=at("2022-02-15 16:00"))
    row.refresh_from_db()
    one = {"scheme": world.scheme, "applications": [row], "at": at("2022-02-15 17:00")}
    refused(Rows.SAME_PERSON, actions.draft_list, by=world.he, **one)
    listed = actions.draft_list(by=world.jiang, **one)
    refused(Rows.SAME_PERSON, actions.approve_list, proposal=listed, by=world.jiang, at=one["at"])
    actions.approve_list(proposal=listed, by=world.ji, at=one["at"])
    actions.publish_list(proposal=listed, by=world.jiang, at=at("2022-02-16 09:00"))
    row.refresh_from_db()
    one |= {"starts_on": date(2022, 2, 25), "at": at("2022-02-23 10:00")}
    refused(Rows.SAME_PERSON, actions.draft_award, by=world.du, **one)
    award = actions.draft_award(by=world.jiang, **one)
    refused(Rows.SAME_PERSON, actions.approve_award, award=award, by=world.jiang, at=one["at"])
    refused(Rows.SAME_PERSON, actions.approve_award, award=award, by=world.du, at=one["at"])


def test_the_police_answer_one_of_two_words_and_the_unit_hears_only_that_it_did_not_pass(world):
    row = w.recommended(world, w.assessed(world, w.applied(world)))
    question = w.asked(world, row)
    said = {"attestation": question, "by": world.du, "at": at("2022-02-22 17:10")}
    for rubbish in ("", "无", "张某 晋B12345", "some "):
        refused(R.ANSWER_ONLY, actions.answer, reply=rubbish, **said)
    actions.answer(reply="some", **said)
    row.refresh_from_db()
    assert row.state == State.FAILED
    letter = Message.objects.get(template="creation.failed")
    assert "未通过" in letter.text and "有" not in letter.text.replace("有“", "")
    refused(R.ANSWERED, actions.answer, reply="none", **said)
    kept = {field.name for field in Attestation._meta.get_fields() if hasattr(field, "attname")}
    assert not kept & {"text", "plate", "name", "case", "note", "id_card"}
    assert refused(R.TOO_SOON, w.applied, world=world, when="2022-05-21 23:59").facts["date"] == "2022年5月22日"
    assert w.applied(world, when="2022-05-22 00:00").state == State.APPLIED


def test_an_answer_is_struck_the_same_day_from_a_list_and_the_question_is_open_again(world):
    row, question = w.attested(world, reply="some", when="2022-02-22 17:10")
    said = {"attestation": question, "by": world.du}
    refused(R.ANSWER_ONLY, actions.strike_answer, slip="张某", at=at("2022-02-22 18:00"), **said)
    refused(R.STRIKE_LATE, actions.strike_answer, slip="wrong_unit", at=at("2022-02-23 00:00"), **said)
    anew = actions.strike_answer(slip="wrong_unit", at=at("2022-02-22 23:59"), **said)
    row.refresh_from_db()
    assert (row.state, anew.number, anew.due_on, anew.reply) == (State.ASKED, question.number, question.due_on, "")
    assert Attestation.every.count() == 2 and Attestation.objects.count() == 1
    actions.answer(attestation=anew, reply="none", by=world.du, at=at("2022-02-22 23:59"))
    row.refresh_from_db()
    assert row.state == State.ATTESTED
    w.on_notice(world, row, when="2022-02-22 23:59")
    refused(
        R.WENT_ON, actions.strike_answer, attestation=anew, slip="wrong_unit", by=world.du, at=at("2022-02-22 23:59")
    )


def test_nobody_is_named_before_the_window_is_over_nor_while_an_objection_is_open(world):
    first, _one = w.attested(world)
    second, _two = w.attested(world, world.units[1])
    listed = w.on_notice(world, first, second)
    for row in (first, second):
        row.refresh_from_db()
    one = {"scheme": world.scheme, "starts_on": date(2022, 2, 25), "by": world.jiang}
    refused(R.NOT_OVER, actions.draft_award, applications=[first], at=at("2022-02-22 23:59"), **one)
    when = at("2022-02-21 10:00")
    case = objections.raise_(
        kind=KIND, listing=listed.pk, subject=first.pk, said=Said(FACT, "周某", "13800000001"),
        origin=Origin("a", "b", when), by=NOBODY, at=when,
    )  # fmt: skip
    refused(R.OBJECTED, actions.draft_award, applications=[first, second], at=at("2022-02-23 10:00"), **one)
    award = actions.draft_award(applications=[second], at=at("2022-02-23 10:00"), **one)
    actions.approve_award(award=award, by=world.ji, at=at("2022-02-23 11:00"))
    assert Title.objects.get().application_id == second.pk and case.pk
    actions.uphold(subject=first.pk, by=world.he, at=at("2022-02-24 10:00"))
    first.refresh_from_db()
    assert first.state == State.FAILED


def test_a_list_or_a_decision_that_is_dropped_frees_its_names(world):
    row, _question = w.attested(world)
    listed = actions.draft_list(scheme=world.scheme, applications=[row], by=world.jiang, at=at("2022-02-15 17:00"))
    actions.drop_list(proposal=listed, by=world.ji, at=at("2022-02-15 17:30"))
    row.refresh_from_db()
    assert row.proposal is None
    w.on_notice(world, row)
    row.refresh_from_db()
    one = {"scheme": world.scheme, "starts_on": date(2022, 2, 25), "at": at("2022-02-23 10:00")}
    award = actions.draft_award(applications=[row], by=world.jiang, **one)
    row.refresh_from_db()
    refused(R.DECIDED, actions.draft_award, applications=[row], by=world.jiang, **one)
    actions.drop_award(award=award, by=world.ji, at=one["at"])
    award.refresh_from_db()
    assert award.state == AwardState.DROPPED
    w.named(world, row)
    assert Title.objects.count() == 1


def test_a_subdistrict_needs_its_share_of_communities_that_day(world):
    row = w.applied(world, level=Level.STREET, place=w.STREET)
    w.assessed(world, row)
    facts = refused(R.SHARE_SHORT, w.recommended, world=world, row=row).facts
    assert (facts["held"], facts["of"], facts["share"]) == (0, 2, 60)
    for place in (w.HERE, w.THERE):
        one, _question = w.attested(world, level=Level.COMMUNITY, place=place, when="2022-02-15 16:00")
        w.on_notice(world, one)
        w.named(world, one, starts_on=date(2022, 2, 23))
        if place == w.HERE:
            refused(R.SHARE_SHORT, w.recommended, world=world, row=row, when="2022-02-24 10:00")
    assert w.recommended(world, row, when="2022-02-24 10:00").state == State.RECOMMENDED


def held(world):
    row, _question = w.attested(world)
    w.on_notice(world, row)
    w.named(world, row)
    return Title.objects.get()


def test_a_renewal_joins_the_old_term_and_replaces_the_certificate(world):
    title = held(world)
    said = {"title": title, "by": world.rep}
    refused(R.RENEW_EARLY, actions.renew, at=at("2022-12-25 23:59"), **said)
    refused(R.RENEW_LATE, actions.renew, at=at("2023-02-15 00:00"), **said)
    row = actions.renew(at=at("2023-01-20 10:00"), **said)
    refused(R.OPEN, actions.renew, at=at("2023-01-20 10:00"), **said)
    w.recommended(world, w.assessed(world, row, when="2023-01-28 10:00"), when="2023-01-30 10:00")
    question = w.asked(world, row, when="2023-02-03 10:00")
    actions.answer(attestation=question, reply="none", by=world.du, at=at("2023-02-10 10:00"))
    row.refresh_from_db()
    one = {"scheme": world.scheme, "starts_on": date(2023, 2, 16), "at": at("2023-02-16 10:00")}
    award = actions.draft_award(applications=[row], by=world.jiang, **one)
    actions.approve_award(award=award, by=world.ji, at=one["at"])
    title.refresh_from_db()
    assert [(one.starts_on, one.ends_on) for one in title.terms.all()] == [
        (date(2022, 2, 25), date(2023, 2, 24)),
        (date(2023, 2, 25), date(2024, 2, 24)),
    ]
    old, new = Code.objects.order_by("issued_at")
    assert (old.state, new.state, new.valid_to) == (CodeState.REPLACED, CodeState.VALID, date(2024, 2, 24))
    assert figures(w.DISTRICT, at("2023-02-25 00:00"))["in_force"] == 1
    assert figures(w.DISTRICT, at("2023-02-25 00:00"))["units"] == 1


def test_a_title_is_revoked_only_on_an_official_answer_told_and_heard_and_by_two(world):
    title = held(world)
    tip = actions.tip(
        title=title,
        text="看到司机喝酒",
        seen_on=date(2022, 5, 22),
        phone="13800000002",
        origin="a",
        by=NOBODY,
        at=at("2022-05-24 20:00"),
        real=at("2022-05-24 20:00"),
    )
    tell = {"title": title, "ground": "police", "by": world.jiang}
    refused(R.TIP_ONLY, actions.tell, at=at("2022-05-25 09:00"), **tell)
    question = actions.ask_again(title=title, tip=tip, by=world.jiang, at=at("2022-05-25 09:30"))
    assert (question.period_from, question.period_to) == (date(2022, 2, 25), date(2022, 5, 24))
    assert question.due_on == date(2022, 6, 1)
    refused(R.TIP_ONLY, actions.tell, at=at("2022-05-26 09:00"), **tell)
    actions.answer(attestation=question, reply="some", by=world.du, at=at("2022-06-01 10:00"))
    title.refresh_from_db()
    assert title.state == TitleState.HELD  # an answer decides nothing by itself
    case = actions.tell(at=at("2022-06-02 10:00"), **tell)
    title.refresh_from_db()
    refused(R.REVOKING, actions.tell, at=at("2022-06-02 10:00"), **(tell | {"title": title}))
    assert case.hear_until == date(2022, 6, 10)
    early = refused(R.NOT_HEARD, actions.draft_revocation, revocation=case, by=world.jiang, at=at("2022-06-10 23:59"))
    assert early.facts["date"] == "2022年6月10日"
    refused(R.HEARING_OVER, actions.hear, revocation=case, said="不实", by=world.rep, at=at("2022-06-11 00:00"))
    actions.hear(revocation=case, said="不实", by=world.rep, at=at("2022-06-10 23:59"))
    actions.draft_revocation(revocation=case, by=world.jiang, at=at("2022-06-11 00:00"))
    refused(Rows.SAME_PERSON, actions.revoke, revocation=case, by=world.jiang, at=at("2022-06-14 10:00"))
    actions.revoke(revocation=case, by=world.ji, at=at("2022-06-14 10:00"))
    title.refresh_from_db()
    assert (title.state, title.since) == (TitleState.REVOKED, date(2022, 6, 14))
    assert Code.objects.get().state == CodeState.REVOKED
    told = " ".join(
        Message.objects.filter(template__in=["creation.told", "creation.revoked"]).values_list("text", flat=True)
    )
    assert "看到司机喝酒" not in told and "13800000002" not in told
    now = figures(w.DISTRICT, at("2022-06-14 23:59"))
    assert (now["in_force"], now["revoked"]) == (0, 1)
    assert refused(R.TOO_SOON, w.applied, world=world, when="2023-06-13 10:00").facts["date"] == "2023年6月14日"


def test_a_revocation_that_is_dropped_leaves_the_title(world):
    title = held(world)
    said = {"by": world.jiang, "at": at("2022-06-02 10:00")}
    refused(R.NOT_A_GROUND, actions.tell, title=title, ground="mood", **said)
    case = actions.tell(title=title, ground="no_check", **said)
    actions.drop_revocation(revocation=case, by=world.ji, at=at("2022-06-13 10:00"))
    title.refresh_from_db()
    assert title.state == TitleState.HELD


def test_what_a_tip_says_goes_thirty_days_behind_its_answer(world):
    from sanshe.creation.actions.tip import purge

    title = held(world)
    said = {"title": title, "by": NOBODY, "at": at("2022-05-24 20:00"), "origin": "a", "real": at("2022-05-24 20:00")}
    refused(R.NOTHING_SAID, actions.tip, text=" ", seen_on=date(2022, 5, 22), **said)
    refused(Rows.DAY_TO_COME, actions.tip, text="看到", seen_on=date(2022, 5, 25), **said)
    refused(Rows.BAD_PHONE, actions.tip, text="看到", seen_on=date(2022, 5, 24), phone="12", **said)
    tip = actions.tip(text="看到", seen_on=date(2022, 5, 24), name="周某", **said)
    refused(R.NO_REASON, actions.close_tip, tip=tip, answer="", by=world.jiang, at=at("2022-06-01 10:00"))
    actions.close_tip(tip=tip, answer="核过了", by=world.jiang, at=at("2022-06-01 10:00"))
    assert purge(at=at("2022-07-01 10:00")) == 0
    assert purge(at=at("2022-07-01 10:01")) == 1
    tip.refresh_from_db()
    assert (tip.text, tip.name, tip.answer, tip.state) == ("", "", "核过了", TipState.CLOSED)
    assert purge(at=at("2022-07-02 10:00")) == 0
