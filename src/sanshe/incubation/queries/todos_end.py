"""What each role has to do from the mid-term assessment on: what is owed, and what waits for somebody's word."""

import datetime
from collections.abc import Iterator
from typing import Any

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.assessment import AssessmentState
from sanshe.incubation.enums.end.exit import ExitState
from sanshe.incubation.enums.end.graduation import GraduationState
from sanshe.incubation.enums.end.rectification import ExtensionState
from sanshe.incubation.models import Assessment, Assessor, Exit, Extension, Graduation
from sanshe.incubation.queries.end import assessment
from sanshe.incubation.queries.end.obligations import obligations
from sanshe.incubation.queries.obligations import is_of

Item = tuple[str, str, str, Due | None]
MOST = 20


def waiting(actor: Actor, at: datetime.datetime) -> Iterator[Item]:
    """(kind, whose, address, due) for each thing to do."""
    if actor.may(P.ASSESSMENT_READ) or actor.may(P.ASSESSMENT_REPORT):
        for one in obligations(at):
            if is_of(one, actor):
                yield one.kind, one.detail, one.url, one.due
    if actor.may(P.ASSESSMENT_MARK):
        for row in assessment.marking(actor)[:MOST]:
            yield "mark", row.entry.organisation.name, _page(row), Due(row.closes_on)
        for row in assessment.declaring(actor)[:MOST]:
            yield "declare_assessor", row.entry.organisation.name, _page(row), Due(row.closes_on)
    yield from _words(actor)


def _page(row: Assessment) -> str:
    return f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/"


def _words(actor: Actor) -> Iterator[Item]:
    """What somebody else proposed and this person may decide."""
    mine = Assessment.objects.filter(within(actor.paths(P.ASSESSMENT_DECIDE)), state=AssessmentState.PROPOSED)
    mine = mine.exclude(pk__in=Assessor.objects.filter(person=actor.key, relation="").values("assessment"))
    for row in mine.exclude(proposed_by=actor.id).select_related("entry__organisation").order_by("pk")[:MOST]:
        yield "decide", row.entry.organisation.name, _page(row), Due(row.closes_on)
    kinds: tuple[tuple[str, Any, str, P, str], ...] = (
        ("approve_extension", Extension, ExtensionState.ASKED, P.EXTENSION_APPROVE, "graduation/#extension"),
        ("approve_graduation", Graduation, GraduationState.PROPOSED, P.GRADUATION_APPROVE, "graduation/"),
        ("approve_exit", Exit, ExitState.PROPOSED, P.EXIT_APPROVE, "exit/"),
    )
    for kind, model, state, code, page in kinds:
        if actor.may(code):
            found = model.objects.filter(within(actor.paths(code)), state=state).select_related("entry__organisation")
            for one in found.order_by("pk")[:MOST]:
                yield kind, one.entry.organisation.name, f"/incubation/entries/{one.entry_id}/{page}", None
