"""Two subjects that are not incubation's need nothing new in the core: titles of a scheme, and an allocation."""

from datetime import UTC, datetime, timedelta

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS
from sanshe.core.figures.queries import INDICATORS
from sanshe.core.kit import ids
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.objections import actions, queries
from sanshe.core.objections.enums import Outcome, Verdict
from sanshe.core.objections.types import Finding, Said
from tests.objections import world
from tests.objections.world import ALLOCATION, AT, SAID, TITLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(case):
    """An allocation in its own window of three working days, with one objection to it."""
    world.toys.run = ids.new()
    where = {"kind": ALLOCATION, "listing": world.toys.run, "subject": world.toys.run}
    return actions.raise_(**where, said=SAID, at=AT)


def end(row, case, verdict, outcome):
    by = case.actor("handler")
    actions.accept(objection=row, points=["排期"], by=by, at=AT)
    actions.judge(objection=row, findings=[Finding(1, verdict, "查了")], by=by, at=AT)
    actions.answer(objection=row, outcome=outcome, text="经核实。", by=by, at=AT)
    actions.close(objection=row, at=AT + timedelta(30))


def test_an_upheld_objection_to_a_title_fells_that_title_and_no_other(case):
    end(case.row, case, Verdict.TRUE, Outcome.UPHELD)
    assert list(AuditEvent.objects.filter(event="toys.fell").values_list("subject", flat=True)) == [str(case.subject)]


def test_the_grounds_that_were_chosen_are_kept_and_stand_before_the_handler(case, client_of):
    said = Said(SAID.fact, SAID.name, SAID.phone, grounds=world.GROUNDS[:1])
    row = actions.raise_(kind=TITLE, listing=case.key, subject=case.subject, said=said, at=AT)
    assert row.grounds == [world.GROUNDS[0]]


def test_who_drafted_or_approved_the_notice_or_recommended_does_not_handle(case):
    for who in ("drafter", "recommender"):
        with pytest.raises(Refused, match="barred"):
            actions.accept(objection=case.row, points=["一"], by=case.actor(who), at=AT)


def test_a_window_of_its_own_is_as_good_as_a_notice(run, case):
    where = {"kind": ALLOCATION, "listing": world.toys.run, "subject": world.toys.run, "said": SAID}
    closes = datetime(2022, 1, 25, 16, tzinfo=UTC)
    actions.raise_(**where, at=closes - timedelta(microseconds=1))
    with pytest.raises(Refused, match="not_in_window"):
        actions.raise_(**where, at=closes)


def test_an_upheld_objection_runs_the_allocation_again_with_the_same_seed(run, case):
    end(run, case, Verdict.TRUE, Outcome.UPHELD)
    assert AuditEvent.objects.get(event="games.rerun").new == '{"seed":"lot-and-word"}'
    assert not AuditEvent.objects.filter(event="toys.fell").exists()


def test_each_subject_has_its_own_days(run, case):
    assert (str(run.accept_due_on), str(run.answer_due_on)) == ("2022-01-21", "2022-01-27")
    assert (str(case.row.accept_due_on), str(case.row.answer_due_on)) == ("2022-01-25", "2022-02-08")


def test_each_subject_has_its_own_series_record_ledger_and_figure(run, case):
    assert run.number == case.row.number == "220120-001"
    assert EVENT_LABELS["games.objection.raised"] == EVENT_LABELS["toys.objection.raised"] == "提出异议"
    assert KIND_LABELS["games.objection"] == "异议"
    for kind in (TITLE, ALLOCATION):
        book = LEDGERS[f"{kind}s"]
        assert [one.kind for one in book.rows(case.actor("handler"), {})] == [kind]
        assert INDICATORS[f"{kind}s"].recount(world.DISTRICT) == 1
        assert INDICATORS[f"{kind}s"].recount(world.OTHER) == 0


def test_who_handles_one_subject_handles_no_other(run, case, user_as):
    from sanshe.core.accounts.queries import actor_for

    recommender = actor_for(user_as("community_worker"), AT)  # holds toys.handle, not games.handle
    assert queries.case_for(recommender, run.pk, AT) is None
    assert queries.case_for(case.actor("handler"), run.pk, AT) is not None


def test_an_objection_to_one_subject_holds_up_nothing_of_another(run, case):
    assert queries.blocked(TITLE, world.toys.run) == set() and queries.is_blocked(ALLOCATION, world.toys.run)
    assert not queries.is_blocked(TITLE, world.toys.run)


def test_what_is_not_announced_is_not_objected_to(case):
    with pytest.raises(Refused, match="not_in_window"):
        actions.raise_(kind=TITLE, listing=ids.new(), subject=case.subject, said=SAID, at=AT, by=SYSTEM)
