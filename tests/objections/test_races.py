"""Two at once: taken up, answered, reviewed, withdrawn. Each happens once, and the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connection, connections

from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.refused import Refused
from sanshe.core.objections import actions
from sanshe.core.objections.enums import Outcome, State, Verdict
from sanshe.core.objections.models import Objection
from sanshe.core.objections.types import Finding
from tests.objections.world import AT, SAID, TITLE

pytestmark = pytest.mark.django_db(transaction=True)
N = 4


@pytest.fixture(autouse=True)
def _on_a_file():
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")


def at_once(*works):
    """What each answered, all at the same time: None, or the code of the refusal. A busy database is asked again."""
    gate = Barrier(len(works))

    def one(work):
        try:
            gate.wait()
            for _ in range(50):
                try:
                    work()
                    return None
                except OperationalError:
                    connection.close()
                except Refused as refused:
                    return str(refused.code)
            return "busy"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(one, works))


def fresh(case):
    return Objection.objects.get(pk=case.row.pk)


def events(what):
    return AuditEvent.objects.filter(event=f"{TITLE}.{what}").count()


def answered(case):
    by = case.actor("handler")
    actions.accept(objection=case.row, points=["一"], by=by, at=AT)
    actions.judge(objection=case.row, findings=[Finding(1, Verdict.FALSE, "查了")], by=by, at=AT)
    actions.answer(objection=case.row, outcome=Outcome.DISMISSED, text="不成立。", by=by, at=AT)


def test_one_of_many_takes_it_up_or_it_is_withdrawn(case):
    officers = [case.actor(name) for name in ("handler", "other", "third")]
    rows = [fresh(case) for _ in range(5)]
    take = [lambda r=r, by=by: actions.accept(objection=r, points=["一"], by=by, at=AT)
            for r, by in zip(rows, officers, strict=False)]  # fmt: skip
    said = at_once(
        *take, lambda: actions.withdraw(objection=rows[3], at=AT), lambda: actions.take_back(objection=rows[4], at=AT)
    )
    row = fresh(case)
    assert said.count(None) == 1 and "busy" not in said
    assert (events("accepted"), events("withdrawn"), events("taken_back")).count(1) == 1
    assert row.points.count() == events("accepted") and row.state in (State.ACCEPTED, State.WITHDRAWN, State.TAKEN_BACK)


def test_one_answer_stands(case):
    by = case.actor("handler")
    actions.accept(objection=case.row, points=["一"], by=by, at=AT)
    actions.judge(objection=case.row, findings=[Finding(1, Verdict.TRUE, "查了")], by=by, at=AT)
    rows = [fresh(case) for _ in range(N)]
    said = at_once(
        *(
            lambda i=i, r=r: actions.answer(objection=r, outcome=Outcome.UPHELD, text=f"答复 {i}", by=by, at=AT)
            for i, r in enumerate(rows)
        )
    )
    assert said.count(None) == 1 and events("answered") == 1
    assert fresh(case).answer == f"答复 {said.index(None)}"


def test_one_review_stands_and_what_was_upheld_is_done_once(case):
    answered(case)
    actions.ask_review(objection=case.row, reason="再看", at=AT)
    by, rows = case.actor("reviewer"), [fresh(case) for _ in range(N)]
    said = at_once(
        *(lambda r=r: actions.review(objection=r, outcome=Outcome.UPHELD, text="成立。", by=by, at=AT) for r in rows)
    )
    assert said.count(None) == 1 and events("reviewed") == 1
    assert AuditEvent.objects.filter(event="toys.fell").count() == 1


def test_numbers_have_no_gap_and_no_double(case):
    def one():
        actions.raise_(kind=TITLE, listing=case.key, subject=case.subject, said=SAID, at=AT)

    assert at_once(*[one] * N) == [None] * N
    numbers = sorted(Objection.objects.values_list("number", flat=True))
    assert numbers == [f"220120-{n:03d}" for n in range(1, N + 2)]
