"""Ten minutes to take back a self-report or an answer to a rectification, for who handed it in."""

import datetime

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit import ids
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import take_back
from sanshe.core.rows.enums import R
from sanshe.core.rows.queries import offer
from sanshe.incubation.actions.end import rectification, self_report
from sanshe.incubation.enums.end.assessment import AssessmentEvent
from sanshe.incubation.enums.end.rectification import RectificationEvent
from sanshe.incubation.models import Assessment, Assessor, Rectification
from sanshe.incubation.queries.end.assessment import fields_of
from sanshe.incubation.story.stay import rep

pytestmark = pytest.mark.django_db
UNTIL = "0817a"
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def reported(told, at):
    row, when = Assessment.objects.filter(state="announced").order_by("pk").first(), at("2022-08-17 10:00")
    who = rep(row.entry, when)
    self_report.fill(assessment=row, values=dict.fromkeys(fields_of(row), "做了"), by=who, at=when)
    self_report.report(assessment=row, by=who, at=when)
    return Assessment.objects.get(pk=row.pk), who, when


def test_a_self_report_lies_open_again_with_all_that_was_written(reported):
    row, who, when = reported
    assert offer(AssessmentEvent.REPORTED, row, who, when).until == when + 10 * MINUTE
    take_back(code=AssessmentEvent.REPORTED, row=row, by=who, at=when + 9 * MINUTE)
    row = Assessment.objects.get(pk=row.pk)
    assert (row.state, row.reported_at, row.is_late) == ("announced", None, False)
    assert {row.answers[name] for name in fields_of(row)} == {"做了"}
    assert AuditEvent.objects.filter(event="incubation.assessment.report_taken_back", subject=row.pk).count() == 1
    self_report.report(assessment=row, by=who, at=when + 20 * MINUTE)


def test_what_an_assessor_has_marked_or_ten_minutes_have_passed_over_stands(reported):
    row, who, when = reported
    with pytest.raises(Refused, match=R.UNDO_LATE):
        take_back(code=AssessmentEvent.REPORTED, row=row, by=who, at=when + 10 * MINUTE)
    Assessor.objects.create(assessment=row, person=row.pk, named_at=when, declared_at=when, marked_at=when)
    with pytest.raises(Refused, match=R.HANDLED):
        take_back(code=AssessmentEvent.REPORTED, row=row, by=who, at=when + MINUTE)
    assert offer(AssessmentEvent.REPORTED, row, who, when + MINUTE) is None


def test_only_who_handed_it_in_takes_it_back(reported, as_person):
    row, who, when = reported
    url = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/report/"
    other = Assessment.objects.exclude(entry=row.entry).first()
    stranger = as_person(f"owner of {other.entry.organisation.name}", "2022-08-17 10:05")
    assert stranger.post(f"/undo/{AssessmentEvent.REPORTED}/{row.pk}/").status_code == 404
    mine = as_person(f"owner of {row.entry.organisation.name}", "2022-08-17 10:05")
    assert "10:10 前可以自己撤回" in mine.get(url).content.decode()
    assert mine.post(f"/undo/{AssessmentEvent.REPORTED}/{row.pk}/").status_code == 302
    assert Assessment.objects.get(pk=row.pk).state == "announced"
    with pytest.raises(Refused, match=R.HANDLED):
        take_back(code=AssessmentEvent.REPORTED, row=Assessment.objects.get(pk=row.pk), by=who, at=when + 6 * MINUTE)


def test_an_answer_to_a_rectification_is_open_again_until_somebody_has_looked(told, at):
    row = Rectification.objects.order_by("-issued_at").first()
    when = max(at("2022-08-17 10:00"), row.issued_at)
    Rectification.objects.filter(pk=row.pk).update(state="issued", answered_at=None, answered_by=None)
    row, who = Rectification.objects.get(pk=row.pk), rep(row.entry, when)
    said = ["补齐了"] * row.points.count()
    rectification.answer(rectification=row, answers=said, by=who, at=when)
    row = Rectification.objects.get(pk=row.pk)
    assert offer(RectificationEvent.ANSWERED, row, who, when + MINUTE) is not None
    take_back(code=RectificationEvent.ANSWERED, row=row, by=who, at=when + MINUTE)
    row = Rectification.objects.get(pk=row.pk)
    assert row.state == "issued" and [point.answer for point in row.points.all()] == said
    rectification.answer(rectification=row, answers=said, by=who, at=when + 2 * MINUTE)
    Rectification.objects.filter(pk=row.pk).update(state="done", checked_by=ids.new(), checked_at=when)
    with pytest.raises(Refused, match=R.HANDLED):
        take_back(
            code=RectificationEvent.ANSWERED, row=Rectification.objects.get(pk=row.pk), by=who, at=when + 3 * MINUTE
        )
