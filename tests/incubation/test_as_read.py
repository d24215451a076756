"""Criteria, conditions and indicators are put anew as their batch was read; the next step is another's."""

from datetime import UTC, datetime

import pytest

from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.call.planning import set_conditions, set_rubric
from sanshe.incubation.actions.decision.decision import approve
from sanshe.incubation.actions.end.assessment import set_indicators
from sanshe.incubation.actions.screening.screening import answer_review
from sanshe.incubation.enums.end.assessment import Kind
from sanshe.incubation.enums.screening.screening import ReviewOutcome, ScreeningOutcome
from sanshe.incubation.models import Batch, Decision, ReviewRequest, Screening, Tabulation
from sanshe.incubation.rules.end.assessment import DIMENSIONS
from sanshe.incubation.types.assessment import Line
from tests.matrix_rows import _application, _batch

pytestmark = pytest.mark.django_db
AT = datetime(2022, 1, 5, 2, tzinfo=UTC)
WHO = {"by": Actor(id=ids.new(), name="梁晓芸", is_staff=True), "at": AT}
LINES = [Line(i, name, name, "", n) for i, (name, n) in enumerate(zip(DIMENSIONS, (40, 30, 30), strict=True), start=1)]
RUN = {"no": 1, "rule": "mean", "sheets": 0, "inputs_hash": "", "result": {}, "result_hash": "", "run_at": AT}
EACH = {
    "criteria": lambda batch, n: set_rubric(batch=batch, criteria=[("需求", "", 60 + n), ("方案", "", 40 - n)], **WHO),
    "conditions": lambda batch, n: set_conditions(batch=batch, texts=[f"在本区做服务 {n}"], **WHO),
    "indicators": lambda batch, n: set_indicators(batch=batch, kind=Kind.MIDTERM, lines=LINES, **WHO),
}


@pytest.mark.parametrize("what", EACH)
def test_the_second_of_two_editors_overwrites_nothing(what):
    one = _batch("140213")
    first, second = Batch.objects.get(pk=one.pk), Batch.objects.get(pk=one.pk)
    EACH[what](first, 1)
    with pytest.raises(Refused, match="stale"):
        EACH[what](second, 2)
    EACH[what](Batch.objects.get(pk=one.pk), 3)


def test_who_recorded_a_decision_does_not_approve_it():
    batch = _batch("140213")
    run = Tabulation.objects.create(batch=batch, area_path="140213", **RUN)
    said = {"members": 5, "present": [], "opened_at": AT, "opened_by": WHO["by"].id, "state": "submitted"}
    row = Decision.objects.create(batch=batch, tabulation=run, area_path="140213", **said)
    with pytest.raises(Refused) as refused:
        approve(decision=row, **WHO)
    assert (refused.value.code, refused.value.facts) == ("rows.same_person", {"duty": "recorder"})


def test_who_refused_an_application_does_not_answer_its_review():
    application = _application("140213")
    made = {"no": 1, "outcome": ScreeningOutcome.REFUSED, "decided_by": WHO["by"].id, "decided_at": AT}
    found = Screening.objects.create(application=application, area_path="140213", reason="不在本区", **made)
    asked = ReviewRequest.objects.create(screening=found, reason="看错了", asked_at=AT, area_path="140213")
    with pytest.raises(Refused) as refused:
        answer_review(review=asked, outcome=ReviewOutcome.UPHELD, answer="维持", last_number_called=False, **WHO)
    assert (refused.value.code, refused.value.facts) == ("rows.same_person", {"duty": "decider"})
