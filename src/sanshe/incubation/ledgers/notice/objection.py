"""Objections as a ledger of progress: how far each is, never who raised it nor what it says."""

from typing import Any

from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.notice.objection import ObjectionOutcome
from sanshe.incubation.enums.notice.objection import ObjectionState as S
from sanshe.incubation.models import Objection
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.notice import objection as words

PILLS = {S.RECEIVED: "due", S.ACCEPTED: "run", S.ANSWERED: "run", S.UNDER_REVIEW: "due"}


def _state(row: Any) -> tuple[str, Any]:
    return PILLS.get(S(row.state), "off" if row.state in (S.DECLINED, S.WITHDRAWN) else "done"), words.STATES[
        S(row.state)
    ]


def _outcome(row: Any) -> Any:
    return words.OUTCOMES[ObjectionOutcome(row.outcome)] if row.outcome else ""


LEDGER = Ledger(
    code="incubation.objections",
    title=heads.OBJECTIONS,
    note=heads.OBJECTIONS_NOTE,
    needs=(P.OBJECTION_PROGRESS, P.OBJECTION_HANDLE),
    columns=(
        Column("number", heads.NUMBER),
        Column("against", heads.AGAINST, "place.application.name", width=28),
        Column("batch", heads.BATCH, "place.batch.name", width=20),
        Column("state", heads.STATE, _state, kind=Kind.PILL, width=18),
        Column("raised_at", heads.RAISED, kind=Kind.DATETIME, width=18),
        Column("answer_due_on", heads.ANSWER_DUE, kind=Kind.DATE),
        Column("answered_at", heads.ANSWERED, kind=Kind.DATETIME, width=18),
        Column("outcome", heads.OUTCOME, _outcome),
        Column("review_due_on", heads.REVIEW_DUE, kind=Kind.DATE),
    ),
    rows=lambda actor, filters: Objection.objects.select_related("place__application", "place__batch"),
    filters=(
        Filter("state", heads.STATE, options=tuple(words.STATES.items()), field="state"),
        Filter("raised", heads.RAISED, FilterKind.DATES, field="raised_at"),
    ),
    key=("-raised_at", "pk"),
    seal="孵",
)


def objections(path: str) -> int:
    return Objection.objects.filter(within([path])).count()


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
    code, told = "incubation.objections", {"needs": P.OBJECTION_PROGRESS, "unit": heads.UNIT_MATTERS}
    INDICATORS.add(
        code, Indicator(code=code, label=heads.INDICATORS["objections"], recount=objections, ledger=LEDGER.code, **told)
    )
