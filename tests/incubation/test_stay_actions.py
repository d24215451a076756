"""From the mid-term assessment to leaving: what the actions do and refuse, and what the database never lets in."""

import datetime
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.audit.models import AuditEvent
from sanshe.core.figures.queries import differences, published
from sanshe.core.kit.refused import Refused
from sanshe.core.notices.models import Message
from sanshe.core.rows.enums import R as Rows
from sanshe.core.sheets.enums import R as Sheets
from sanshe.incubation.actions.end import assessment, exit, graduation, leaving, rectification, self_report
from sanshe.incubation.actions.stay import supervision
from sanshe.incubation.enums.agreement.register import RegisterRefusal, TotalName
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as A
from sanshe.incubation.enums.end.assessment import Kind, PaperState
from sanshe.incubation.enums.end.exit import ExitKind
from sanshe.incubation.enums.end.exit import ExitRefusal as L
from sanshe.incubation.enums.end.graduation import GraduationRefusal as G
from sanshe.incubation.enums.end.rectification import ExtensionRefusal as X
from sanshe.incubation.enums.end.rectification import RectificationRefusal as C
from sanshe.incubation.enums.stay.supervision import Function
from sanshe.incubation.models import (
    Agreement,
    Assessment,
    Batch,
    Entry,
    Exit,
    Extension,
    Graduation,
    Indicator,
    Mark,
    Panel,
    Panelist,
    Relation,
)
from sanshe.incubation.pages.end.assessors import candidates
from sanshe.incubation.phrases.panel.panel import RELATIONS
from sanshe.incubation.queries.agreement.agreement import promised
from sanshe.incubation.queries.agreement.register import sums, total_name_of
from sanshe.incubation.queries.end import assessment as queries
from sanshe.incubation.queries.end.assessors import hands_in, ties_among
from sanshe.incubation.queries.end.graduation import visits
from sanshe.incubation.queries.panel.panel import member_value
from sanshe.incubation.rules.panel.panel import relations
from sanshe.incubation.types.assessment import Line
from sanshe.incubation.types.panel import Applicant
from tests.incubation import world

pytestmark = pytest.mark.django_db
MIDTERM, FINAL = Kind.MIDTERM, Kind.GRADUATION


def refused(code):
    return pytest.raises(Refused, match=str(code))


def opened(stay, at, when="2022-08-17 10:00", kind=MIDTERM, entry=None, report_by=date(2022, 8, 24)):
    entry = entry or stay.entries[0]
    return assessment.announce(entry=entry, kind=kind, report_by=report_by, by=stay.liang, at=at(when))


def declared(row, by, when, relation="", said=""):
    return assessment.declare(assessment=row, relation=relation, said=said, by=by, at=when)


def talked(entry, by, when):
    said = {"held_on": when.date(), "quarters": 4, "function": Function.SUPPORTIVE, "agreed": "先排班"}
    return supervision.record(entry=entry, **said, by=by, at=when)


class TestAnnouncing:
    """Windows, indicators, letters."""

    def test_outside_the_window_is_refused(self, stay, at):
        with refused(A.OUTSIDE_WINDOW):
            opened(stay, at, "2022-07-16 10:00")

    def test_once_announced_the_indicators_are_frozen(self, stay, at):
        lines = [Line(n, name, "看得见", "", 34 if n == 1 else 33) for n, name in
                 enumerate(("内部治理", "服务开展", "财务管理"), start=1)]  # fmt: skip
        who = {"by": stay.liang, "at": at("2022-08-01 10:00")}
        assessment.set_indicators(batch=stay.batch, kind=MIDTERM, lines=lines, **who)
        row = opened(stay, at)
        assert [line.points for line in queries.lines(stay.batch, MIDTERM)] == [34, 33, 33]
        assert queries.fields_of(row) == ["i1", "i2", "i3", "summary"]
        with refused(A.INDICATORS_FROZEN):
            assessment.set_indicators(batch=stay.batch, kind=MIDTERM, lines=lines, **who)

    def test_the_usual_indicators_are_written_down_with_the_first(self, stay, at):
        opened(stay, at)
        assert Indicator.objects.filter(kind=MIDTERM).count() == 9
        assert sum(Indicator.objects.values_list("points", flat=True)) == 100
        assert not queries.is_opened(stay.batch, FINAL)

    def test_everybody_at_once_and_nobody_twice(self, stay, at):
        who = {"report_by": date(2022, 8, 24), "by": stay.liang}
        assert assessment.announce_all(batch=stay.batch, kind=MIDTERM, **who, at=at("2022-08-17 10:00")) == 3
        with refused(A.NOBODY_NOW):
            assessment.announce_all(batch=stay.batch, kind=MIDTERM, **who, at=at("2022-08-17 10:05"))
        assert Message.objects.filter(template="incubation.midterm", channel="inbox").count() == 3
        assert Message.objects.filter(template="incubation.midterm", channel="sms").count() == 3

    def test_the_second_of_a_kind_is_refused_after_a_verdict(self, stay, at, assessed):
        row = assessed("midterm", "2022-08-17 10:00")
        assessment.propose(assessment=row, verdict="pass", reason="", by=stay.liang, at=at("2022-08-18 10:00"))
        assessment.decide(assessment=row, agrees=True, by=stay.hao, at=at("2022-08-18 10:00"))
        with refused(A.RUNS_ALREADY):
            opened(stay, at, "2022-08-19 10:00")


class TestReport:
    """The organisation's own words."""

    def test_a_change_elsewhere_of_the_same_field_is_kept_apart(self, stay, at):
        row = opened(stay, at)
        who = {"by": stay.rep, "at": at("2022-08-18 09:00")}
        read = row.version
        self_report.save_answer(assessment=row, field="i1", value="一", version=read, **who)
        self_report.save_answer(assessment=row, field="i2", value="二", version=read, **who)
        with refused(Sheets.STALE):
            self_report.save_answer(assessment=row, field="i1", value="另一句", version=read, **who)
        assert row.answers["i1"] == "一" and row.answers["i2"] == "二"

    def test_an_unanswered_indicator_keeps_it_from_being_handed_in(self, stay, at):
        row = opened(stay, at)
        with refused(A.REPORT_EMPTY):
            self_report.report(assessment=row, by=stay.rep, at=at("2022-08-18 09:00"))

    def test_late_is_taken_and_marked_until_the_reminders_days_are_over(self, stay, at):
        row = opened(stay, at)
        self_report.fill(
            assessment=row, values=dict.fromkeys(queries.fields_of(row), "有"), by=stay.rep, at=at("2022-08-20")
        )
        with refused(A.STILL_TIME):
            assessment.remind(assessment=row, by=stay.liang, at=at("2022-08-24 23:59"))
        assessment.remind(assessment=row, by=stay.liang, at=at("2022-08-25 09:00"))
        assert row.grace_until == date(2022, 9, 1)  # five working days, the day of the reminder not counted
        with refused(A.STILL_TIME):
            assessment.close_as_absent(assessment=row, by=stay.liang, at=at("2022-09-01 23:59"))
        with transaction.atomic():
            self_report.report(assessment=row, by=stay.rep, at=at("2022-09-01 23:59"))
            assert row.is_late
            transaction.set_rollback(True)
        row.refresh_from_db()
        with refused(A.TOO_LATE):
            self_report.report(assessment=row, by=stay.rep, at=at("2022-09-02 00:00"))

    def test_who_takes_no_part_is_proposed_for_leaving(self, stay, at):
        row = opened(stay, at)
        with refused(A.NO_REMINDER):
            assessment.close_as_absent(assessment=row, by=stay.liang, at=at("2022-08-30 09:00"))
        assessment.remind(assessment=row, by=stay.liang, at=at("2022-08-25 09:00"))
        assessment.close_as_absent(assessment=row, by=stay.liang, at=at("2022-09-02 00:00"))
        left = Exit.objects.get()
        assert (row.state, left.kind, left.state) == ("absent", "given_up", "proposed")


class TestAssessing:
    """Two people at least, none of them related."""

    def test_one_assessor_is_not_enough(self, stay, at, assessed):
        row = opened(stay, at)
        self_report.fill(
            assessment=row, values=dict.fromkeys(queries.fields_of(row), "有"), by=stay.rep, at=at("2022-08-18")
        )
        self_report.report(assessment=row, by=stay.rep, at=at("2022-08-18 09:00"))
        assessment.name_assessor(assessment=row, person=stay.users["hao"].pk, by=stay.liang, at=at("2022-08-19 09:00"))
        declared(row, stay.hao, at("2022-08-19 09:30"))
        marks = {line.no: 5 for line in queries.lines(stay.batch, MIDTERM)}
        assessment.give_marks(assessment=row, marks=marks, by=stay.hao, at=at("2022-08-19 10:00"))
        said = {"assessment": row, "record": "谈了", "held_on": date(2022, 8, 19), "by": stay.liang}
        with refused(A.ONE_ASSESSOR):
            assessment.close_interview(**said, at=at("2022-08-19 11:00"))

    def test_a_seat_goes_once_from_who_leaves_to_somebody_with_the_right(self, stay, at):
        row, when = opened(stay, at), at("2022-08-19 09:00")
        assessment.name_assessor(assessment=row, person=stay.users["liang"].pk, by=stay.hao, at=when)
        seat, who = row.assessors.get(), {"by": stay.liang, "at": when, "to": stay.hao}
        for key, person in ((seat.pk, stay.users["hao"].pk), (row.pk, seat.person)):
            with refused(A.NOT_NOW):
                leaving.hand_over(key=key, person=person, **who)
        leaving.hand_over(key=seat.pk, person=seat.person, **who)
        assert [one.person for one in row.assessors.filter(replaced_at=None)] == [stay.users["hao"].pk]
        with refused(A.NOT_NOW):
            leaving.hand_over(key=seat.pk, person=seat.person, **who)

    def test_an_assessor_related_to_the_organisation_is_refused(self, stay, at, user_as):
        one = stay.enter("亲戚社", 20, head_name="梁晓芸")
        row = opened(stay, at, entry=one)
        with refused(A.RELATED):
            assessment.name_assessor(
                assessment=row, person=stay.users["liang"].pk, by=stay.hao, at=at("2022-08-19 09:00")
            )
        phone = stay.enter("同号社", 21, head_phone="13800001111")
        other = user_as("centre_operator", name="别人")
        type(other).objects.filter(pk=other.pk).update(phone="13800001111")
        row = opened(stay, at, entry=phone)
        with refused(A.RELATED):
            assessment.name_assessor(assessment=row, person=other.pk, by=stay.hao, at=at("2022-08-19 09:00"))

    def test_who_supervised_the_organisation_does_not_assess_it(self, stay, at):
        row = opened(stay, at)
        talked(row.entry, stay.wang, at("2022-08-18 09:00"))
        assert [name for key, _n, name in candidates(row, at("2022-08-19 09:00"))
                if key == stay.users["wang"].pk] == [RELATIONS["supervisor"]]  # fmt: skip
        with refused(A.RELATED):
            assessment.name_assessor(
                assessment=row, person=stay.users["wang"].pk, by=stay.hao, at=at("2022-08-19 09:00")
            )
        other = opened(stay, at, entry=stay.entries[1])
        assessment.name_assessor(assessment=other, person=stay.users["wang"].pk, by=stay.hao, at=at("2022-08-19"))

    def test_on_a_later_panel_too_the_supervisor_is_tied_to_the_organisation(self, stay, at):
        talked(stay.entries[0], stay.wang, at("2022-08-18 09:00"))
        member = member_value(Panelist(person=stay.wang.id, name="别的名字"))
        again = [Applicant(str(one.organisation_id)) for one in stay.entries]
        assert [relations(member, one) for one in again] == [("supervisor",), (), ()]

    @pytest.mark.parametrize(("decision", "is_tied"), [("open", True), ("recused", True), ("no_conflict", False)])
    def test_who_was_recused_on_the_panel_is_tied_to_the_organisation(self, user_as, decision, is_tied):
        entry, user = world.entry(), user_as("bureau_officer")
        panel = Panel.objects.create(batch=entry.batch, area_path=entry.area_path)
        seat = Panelist.objects.create(panel=panel, person=user.pk, name=user.name, side="bureau")
        said = {"kind": "cooperation", "decision": decision, "first_by": uuid4(), "second_by": uuid4()}
        Relation.objects.create(panelist=seat, application=entry.agreement.place.application, **said)
        assert ties_among([user], entry) == ({user.pk: "cooperation"} if is_tied else {})

    def test_who_supervises_after_being_named_marks_no_more(self, stay, at):
        row = self.named(stay, at)
        declared(row, stay.wang, at("2022-08-18 10:30"))
        talked(row.entry, stay.wang, at("2022-08-18 11:00"))
        with refused(A.DETECTED):
            assessment.give_marks(assessment=row, marks={}, by=stay.wang, at=at("2022-08-18 12:00"))

    def named(self, stay, at):
        row = opened(stay, at)
        values = dict.fromkeys(queries.fields_of(row), "有")
        self_report.fill(assessment=row, values=values, by=stay.rep, at=at("2022-08-18 08:00"))
        self_report.report(assessment=row, by=stay.rep, at=at("2022-08-18 09:00"))
        for key in ("wang", "hao"):
            assessment.name_assessor(
                assessment=row, person=stay.users[key].pk, by=stay.liang, at=at("2022-08-18 10:00")
            )
        return row

    def test_nobody_marks_before_declaring(self, stay, at):
        row = self.named(stay, at)
        assert queries.refusal_to_read(row, stay.wang) == A.NOT_DECLARED
        with refused(A.NOT_DECLARED):
            assessment.give_marks(assessment=row, marks={}, by=stay.wang, at=at("2022-08-18 12:00"))
        declared(row, stay.wang, at("2022-08-18 12:10"))
        assert queries.refusal_to_read(row, stay.wang) is None
        with refused(A.MARKS_MISSING):
            assessment.give_marks(assessment=row, marks={}, by=stay.wang, at=at("2022-08-18 12:20"))

    def test_who_names_a_tie_steps_aside_and_is_no_assessor_any_more(self, stay, at):
        row = self.named(stay, at)
        with refused(A.NO_WORDS):
            declared(row, stay.wang, at("2022-08-18 12:00"), "cooperation")
        declared(row, stay.wang, at("2022-08-18 12:10"), "cooperation", "去年一起办过活动")
        assert queries.refusal_to_read(row, stay.wang) == A.RECUSED
        with refused(A.RECUSED):
            assessment.give_marks(assessment=row, marks={}, by=stay.wang, at=at("2022-08-18 12:20"))
        with refused(A.DECLARED_ALREADY):
            declared(row, stay.wang, at("2022-08-18 12:30"))
        assert [one.person for one in queries.assessors(row)] == [stay.users["hao"].pk]
        assert hands_in(row) == {stay.users["hao"].pk, None}  # nobody has proposed yet
        with pytest.raises(IntegrityError), transaction.atomic():
            row.assessors.filter(relation="cooperation").update(marked_at=at("2022-08-18 13:00"))

    def test_a_tie_the_register_knows_is_not_declared_away(self, stay, at):
        row = self.named(stay, at)
        talked(row.entry, stay.wang, at("2022-08-18 11:00"))
        with refused(A.DETECTED):
            declared(row, stay.wang, at("2022-08-18 12:00"))
        declared(row, stay.wang, at("2022-08-18 12:10"), "supervisor", "督导过它")
        assert queries.refusal_to_read(row, stay.wang) == A.RECUSED

    def test_only_who_was_named_declares(self, stay, at):
        with refused(A.NOT_AN_ASSESSOR):
            declared(opened(stay, at), stay.liang, at("2022-08-18 12:00"))

    def test_a_panelist_without_the_right_is_refused(self, stay, at, user_as):
        row = opened(stay, at)
        with refused(A.NOT_AN_ASSESSOR):
            assessment.name_assessor(
                assessment=row, person=user_as("panelist").pk, by=stay.hao, at=at("2022-08-19 09:00")
            )

    def test_nobody_sees_marks_before_the_interview_is_over(self, stay, at, assessed):
        row = assessed("midterm", "2022-08-17 10:00")
        assert queries.score_of(row).total == 90
        row.interviewed_at = None
        assert queries.score_of(row) is None

    def test_again_replaces_ones_own_marks_only(self, stay, at, assessed):
        row = assessed("midterm", "2022-08-17 10:00")
        assert Mark.objects.count() == 18
        with refused(A.NOT_NOW):
            assessment.give_marks(assessment=row, marks={}, by=stay.wang, at=at("2022-08-18 10:00"))

    def test_the_verdict_takes_two(self, stay, at, assessed):
        row = assessed("midterm", "2022-08-17 10:00")
        assessment.propose(assessment=row, verdict="pass", reason="", by=stay.hao, at=at("2022-08-18 10:00"))
        with refused(Rows.SAME_PERSON):
            assessment.decide(assessment=row, agrees=True, by=stay.hao, at=at("2022-08-18 11:00"))
        with refused(Rows.SAME_PERSON):  # who marked
            assessment.decide(assessment=row, agrees=True, by=stay.fan, at=at("2022-08-18 11:00"))
        assessment.decide(assessment=row, agrees=True, by=stay.liang, at=at("2022-08-18 11:00"))
        assert (row.state, row.rule_says) == ("decided", "pass")

    def test_the_database_knows_no_verdict_of_one_person(self, stay, assessed):
        row = assessed("midterm", "2022-08-17 10:00")
        one = stay.hao.id
        with pytest.raises(IntegrityError, match="never_by_one_person"), transaction.atomic():
            Assessment.objects.filter(pk=row.pk).update(state="decided", proposed_by=one, decided_by=one)

    def test_sent_back_it_is_proposed_anew(self, stay, at, assessed):
        row = assessed("midterm", "2022-08-17 10:00", missing=1)
        assert queries.rule_says(row) == "rectify"
        with refused(A.NO_REASON):
            assessment.propose(assessment=row, verdict="pass", reason="", by=stay.liang, at=at("2022-08-18 10:00"))
        assessment.propose(
            assessment=row, verdict="pass", reason="材料第二天补来了", by=stay.liang, at=at("2022-08-18 10:00")
        )
        assessment.decide(assessment=row, agrees=False, by=stay.hao, at=at("2022-08-18 11:00"))
        assert (row.state, row.verdict) == ("checked", "")

    def test_a_paper_left_open_keeps_the_check_open(self, stay, at, assessed):
        row = assessed("midterm", "2022-08-17 10:00")
        Assessment.objects.filter(pk=row.pk).update(state="interviewed")
        row.refresh_from_db()
        with refused(A.PAPERS_OPEN):
            assessment.check_papers(
                assessment=row, found={1: PaperState.OPEN}, by=stay.liang, at=at("2022-08-18 10:00")
            )
        row.refresh_from_db()
        assert row.papers.get(no=1).state == "seen"


@pytest.fixture
def to_rectify(stay, at, assessed):
    """A verdict that asks for a rectification."""
    row = assessed("midterm", "2022-08-17 10:00", share=0.3)
    assessment.propose(assessment=row, verdict="rectify", reason="", by=stay.liang, at=at("2022-08-18 10:00"))
    assessment.decide(assessment=row, agrees=True, by=stay.hao, at=at("2022-08-18 11:00"))
    return row


def issue(stay, at, row, days=10, points=("账目没有公开", "没有会议记录")):
    who = {"by": stay.liang, "at": at("2022-08-22 10:00")}
    return rectification.issue(assessment=row, points=points, workdays=days, **who)


class TestRectification:
    """整改 and 延期."""

    def test_ten_working_days_by_the_calendar(self, stay, at, to_rectify):
        row = issue(stay, at, to_rectify)
        assert (row.number, row.due_on) == ("创整改〔2022〕1 号", date(2022, 9, 5))

    def test_over_the_national_day_they_are_counted_as_published(self, stay, at, to_rectify):
        who = {"by": stay.liang, "at": at("2022-09-28 10:00")}
        row = rectification.issue(assessment=to_rectify, points=["账"], workdays=5, **who)
        assert row.due_on == date(2022, 10, 10)  # 1 to 7 October rest, 8 and 9 make-up workdays

    def test_only_once_for_a_verdict(self, stay, at, to_rectify):
        issue(stay, at, to_rectify)
        with refused(C.OPEN_ALREADY):
            issue(stay, at, to_rectify)

    def test_answered_and_checked_by_somebody_else(self, stay, at, to_rectify):
        row = issue(stay, at, to_rectify)
        who = {"rectification": row, "by": stay.rep}
        with refused(C.NO_ANSWER):
            rectification.answer(answers=["公开了"], **who, at=at("2022-08-30 10:00"))
        rectification.answer(answers=["公开了", "补了"], **who, at=at("2022-08-30 10:00"))
        with refused(Rows.SAME_PERSON):
            rectification.check(rectification=row, is_good=True, found="", by=stay.liang, at=at("2022-08-31 10:00"))
        rectification.check(rectification=row, is_good=True, found="看了", by=stay.wang, at=at("2022-08-31 10:00"))
        assert row.state == "done" and not Exit.objects.exists()

    def test_too_late_and_not_good_ends_the_agreement(self, stay, at, to_rectify):
        row = issue(stay, at, to_rectify)
        with refused(C.TOO_LATE):
            rectification.answer(rectification=row, answers=["a", "b"], by=stay.rep, at=at("2022-09-06 00:00"))
        rectification.check(rectification=row, is_good=False, found="", by=stay.wang, at=at("2022-09-06 09:00"))
        assert (row.state, Exit.objects.get().kind) == ("failed", "ended")

    def test_sent_back_it_is_answered_again(self, stay, at, to_rectify):
        row = issue(stay, at, to_rectify)
        rectification.answer(rectification=row, answers=["a", "b"], by=stay.rep, at=at("2022-08-30 10:00"))
        rectification.send_back(rectification=row, found="没有看到公开的照片", by=stay.hao, at=at("2022-08-31 10:00"))
        assert row.state == "issued"

    def test_a_term_extends_at_most_once(self, stay, at):
        entry = stay.entries[2]
        who = {"by": stay.liang, "at": at("2023-01-10 10:00")}
        one = rectification.ask_extension(entry=entry, months=3, reason="登记还差一步", **who)
        with refused(X.ONLY_ONCE):
            rectification.ask_extension(entry=entry, months=1, reason="再多一点", **who)
        with refused(Rows.SAME_PERSON):
            rectification.decide_extension(extension=one, agrees=True, **who)
        rectification.decide_extension(extension=one, agrees=True, by=stay.hao, at=at("2023-01-11 10:00"))
        entry.refresh_from_db()
        assert entry.term_to == date(2023, 5, 16)
        with refused(X.ONLY_ONCE):
            rectification.ask_extension(entry=entry, months=1, reason="再多一点", **who)

    def test_the_database_knows_no_second_extension(self, stay, at):
        entry = stay.entries[2]
        who = {"by": stay.liang, "at": at("2023-01-10 10:00")}
        one = rectification.ask_extension(entry=entry, months=3, reason="登记还差一步", **who)
        with pytest.raises(IntegrityError), transaction.atomic():
            Extension.objects.create(
                entry=entry, area_path="140213", months=1, reason="x", old_end=one.new_end, new_end=date(2023, 9, 1),
                asked_at=who["at"],
            )  # fmt: skip

    def test_one_that_was_refused_may_be_asked_again(self, stay, at):
        entry = stay.entries[2]
        who = {"by": stay.liang, "at": at("2023-01-10 10:00")}
        one = rectification.ask_extension(entry=entry, months=3, reason="登记还差一步", **who)
        rectification.decide_extension(extension=one, agrees=False, by=stay.hao, at=at("2023-01-11 10:00"))
        assert rectification.ask_extension(entry=entry, months=1, reason="材料齐了", **who).state == "asked"


class TestGraduation:
    """出壳 and its certificate."""

    def test_the_whole_way(self, stay, at, graduate):
        made = graduate()
        entry = Entry.objects.get(pk=made.entry_id)
        assert (made.number, made.serial, entry.state) == ("创出壳〔2023〕1 号", 1, "graduated")
        assert made.identity == entry.organisation.credit_code and entry.left_on == date(2023, 2, 10)
        assert [one.due_on for one in visits(made)][-1] == date(2024, 2, 10)
        stay.batch.refresh_from_db()
        assert stay.batch.state == "assessing"

    def test_a_filing_is_enough_while_it_is_valid(self, stay, graduate):
        assert graduate(entry=stay.entries[1]).identity == "备〔2021〕12 号"

    @pytest.mark.parametrize("n", [1, 2])
    def test_nobody_graduates_without_legal_identity(self, stay, at, graduate, n):
        one = stay.entries[n]
        type(one.organisation).objects.filter(pk=one.organisation_id).update(certificate_until=date(2023, 2, 9))
        one.organisation.refresh_from_db()
        with refused(RegisterRefusal.NO_LEGAL_IDENTITY):
            graduate(entry=one)

    def test_the_identity_is_asked_again_on_the_day_of_approval(self, stay, at, assessed):
        one = stay.entries[1]
        row = assessed("graduation", "2023-02-10 10:00", entry=one)
        assessment.propose(assessment=row, verdict="recommended", reason="", by=stay.liang, at=at("2023-02-10 11:00"))
        assessment.decide(assessment=row, agrees=True, by=stay.hao, at=at("2023-02-10 11:00"))
        one.refresh_from_db()
        made = graduation.propose(entry=one, by=stay.liang, at=at("2023-02-10 12:00"))
        type(one.organisation).objects.filter(pk=one.organisation_id).update(certificate_until=date(2023, 2, 10))
        made = Graduation.objects.get(pk=made.pk)
        with refused(RegisterRefusal.NO_LEGAL_IDENTITY):
            graduation.approve(graduation=made, by=stay.hao, at=at("2023-02-11 09:00"))
        with pytest.raises(IntegrityError), transaction.atomic():
            said = {"state": "approved", "number": "x", "graduated_on": date(2023, 2, 11), "approved_by": stay.hao.id}
            Graduation.objects.filter(pk=made.pk).update(**said)

    def test_without_a_recommendation_nobody_is_proposed(self, stay, at):
        with refused(G.NOT_RECOMMENDED):
            graduation.propose(entry=stay.entries[0], by=stay.liang, at=at("2023-02-10 10:00"))

    def test_numbers_have_no_gap_and_are_never_used_again(self, stay, at, graduate, assessed):
        first = graduate()
        with pytest.raises(RuntimeError), transaction.atomic():
            graduate(entry=stay.entries[1])
            raise RuntimeError
        stay.entries[1].refresh_from_db()
        second = graduate(entry=stay.entries[1])
        assert (first.serial, second.serial) == (1, 2)
        with pytest.raises(IntegrityError), transaction.atomic():
            Graduation.objects.filter(pk=second.pk).update(serial=1)

    def test_approved_once(self, stay, at, graduate):
        made = graduate()
        with refused(G.NOT_NOW):
            graduation.approve(graduation=made, by=stay.hao, at=at("2023-02-10 10:00"))

    def test_the_figures_follow_from_the_records(self, stay, at, graduate):
        graduate()
        assert differences("140213") == []
        found = published("140213", at("2023-02-10 10:00"))["incubation"]
        assert (found["graduated"], found["in_incubation"], found["left"]) == (1, 2, 0)

    def test_visits(self, stay, at, graduate):
        first, second, *_ = visits(graduate())
        graduation.visit(visit=first, record="开了三次活动", by=stay.liang, at=at("2023-05-08 10:00"))
        with refused(G.VISIT_EARLY):
            graduation.visit(visit=second, record="早了", by=stay.liang, at=at("2023-05-10 10:00"))
        first.refresh_from_db()
        with refused(G.VISIT_DONE):
            graduation.visit(visit=first, record="再来", by=stay.liang, at=at("2023-05-11 10:00"))


class TestLeaving:
    """退出."""

    def propose(self, stay, at, entry=None):
        said = {"kind": ExitKind.GIVEN_UP, "reason": "负责人去外地了", "by": stay.liang, "at": at("2023-01-12 10:00")}
        return exit.propose(entry=entry or stay.entries[2], **said)

    def test_fifteen_working_days_over_the_spring_festival(self, stay, at):
        row = self.propose(stay, at)
        with refused(Rows.SAME_PERSON):
            exit.notice(exit=row, by=stay.liang, at=at("2023-01-12 11:00"))
        exit.notice(exit=row, by=stay.hao, at=at("2023-01-12 11:00"))
        # 2023: 21 to 27 January rest, 28 and 29 are make-up workdays
        assert (row.number, row.due_on) == ("创退驻〔2023〕1 号", date(2023, 2, 7))

    def test_closed_when_everything_is_handed_over(self, stay, at):
        row = self.propose(stay, at)
        exit.notice(exit=row, by=stay.hao, at=at("2023-01-12 11:00"))
        lines = list(row.lines.all())
        for line in lines:
            assert Entry.objects.get(pk=row.entry_id).state == "in_incubation"
            line.refresh_from_db()
            exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))
        assert len(lines) == 5 and Entry.objects.get(pk=row.entry_id).state == "left"
        assert Exit.objects.get().closed_at is not None

    def test_a_line_is_handed_over_once(self, stay, at):
        row = self.propose(stay, at)
        exit.notice(exit=row, by=stay.hao, at=at("2023-01-12 11:00"))
        line = row.lines.first()
        exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))
        line = row.lines.first()
        with refused(L.HANDED_OVER):
            exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))

    def test_leaving_once_unless_it_was_withdrawn(self, stay, at):
        row = self.propose(stay, at)
        with refused(L.LEAVING_ALREADY):
            self.propose(stay, at)
        exit.withdraw(exit=row, reason="再试三个月", by=stay.hao, at=at("2023-01-13 10:00"))
        assert self.propose(stay, at).state == "proposed"

    def test_graduated_in_incubation_and_left_are_all_entries(self, stay, at, graduate):
        graduate()
        row = self.propose(stay, at)
        exit.notice(exit=row, by=stay.hao, at=at("2023-01-12 11:00"))
        for line in list(row.lines.all()):
            line.refresh_from_db()
            exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))
        found = sums("140213")
        assert found == {"graduated": 1, "in_incubation": 1, "left": 1, "entered_total": 3}
        assert found["graduated"] + found["in_incubation"] + found["left"] == Entry.objects.count()

    def test_who_comes_back_in_a_later_batch_counts_once(self, stay, at):
        row = self.propose(stay, at)
        exit.notice(exit=row, by=stay.hao, at=at("2023-01-12 11:00"))
        for line in list(row.lines.all()):
            line.refresh_from_db()
            exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))
        fourth = type(stay.batch).objects.get(pk=stay.batch.pk)
        fourth.pk, fourth.no, fourth.name, fourth._state.adding = None, 4, "第四批", True
        fourth.id = __import__("uuid").uuid4()
        fourth.save()
        term = {"entered_on": date(2023, 3, 1), "term_to": date(2024, 2, 29), "area_path": "140213"}
        Entry.objects.create(organisation_id=row.entry.organisation_id, batch=fourth, **term)
        assert sums("140213") == {"graduated": 0, "in_incubation": 3, "left": 1, "entered_total": 3}

    def test_the_total_is_called_incubated_once_every_batch_is_closed(self, stay):
        found = {"in_incubation": 0, "left": 0}
        assert total_name_of(found, "140213") == TotalName.ENTERED
        Batch.objects.update(state="closed_out")
        assert total_name_of(found, "140213") == TotalName.INCUBATED

    def test_the_batch_is_closed_with_the_last(self, stay, at, graduate):
        graduate()
        graduate(entry=stay.entries[1])
        stay.batch.refresh_from_db()
        assert stay.batch.state == "assessing"
        row = self.propose(stay, at)
        exit.notice(exit=row, by=stay.hao, at=at("2023-01-12 11:00"))
        for line in list(row.lines.all()):
            line.refresh_from_db()
            exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))
        stay.batch.refresh_from_db()
        assert stay.batch.state == "closed_out"


@pytest.mark.parametrize(("state", "desks"), [("prepared", 1), ("signed", 1), ("lapsed", 0), ("replaced", 0)])
def test_what_was_promised_is_there_again_once_the_agreement_lapsed_or_was_replaced(state, desks):
    row = world.entry().agreement
    Agreement.objects.filter(pk=row.pk).update(state=state)
    assert promised(row.place.batch).get("desks", 0) == desks


def test_every_act_is_on_the_record_with_a_word_for_it(stay, graduate):
    from sanshe.core.audit.queries import EVENT_LABELS, FIELD_LABELS, KIND_LABELS

    graduate()
    events = set(AuditEvent.objects.filter(kind__startswith="incubation").values_list("event", "kind"))
    assert {"incubation.graduation.approved", "incubation.assessment.decided"} <= {event for event, _kind in events}
    assert [one for one in events if one[0] not in EVENT_LABELS or one[1] not in KIND_LABELS] == []
    assert "assessment" in FIELD_LABELS


def test_nothing_is_written_when_the_last_step_fails(stay, at, graduate, monkeypatch):
    before = AuditEvent.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        monkeypatch.setattr(graduation, "close_out", lambda **said: 1 / 0)
        graduate()
    assert Graduation.objects.count() == 0 and AuditEvent.objects.count() == before
    assert Entry.objects.filter(state="graduated").count() == 0
    assert datetime.date(2023, 2, 10) not in Entry.objects.values_list("left_on", flat=True)


def test_who_has_left_has_no_desk_and_who_graduated_is_asked_for_it(stay, at, graduate):
    from sanshe.incubation.models import DeskUse
    from sanshe.incubation.queries.stay.support import desks_left

    out, grown = stay.entries[1], stay.entries[0]
    for no, entry in enumerate((out, grown), start=1):
        said = {"entry": entry, "batch": stay.batch, "area_path": entry.area_path, "capacity": 9}
        DeskUse.objects.create(no=no, from_on=date(2022, 3, 1), **said)
    said = {"kind": ExitKind.GIVEN_UP, "reason": "搬走了"}
    made = exit.propose(entry=out, **said, by=stay.liang, at=at("2023-01-10 10:00"))
    exit.notice(exit=made, by=stay.hao, at=at("2023-01-10 11:00"))
    for line in made.lines.all():
        exit.hand_over(line=line, note="", by=stay.liang, at=at("2023-01-16 10:00"))
    assert [one.released_on for one in DeskUse.objects.filter(entry=out)] == [date(2023, 1, 16)]
    assert desks_left(stay.batch) == []
    graduate(entry=grown)
    assert desks_left(stay.batch) == [grown.pk]
