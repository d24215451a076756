"""Ledgers and the figure from the mid-term assessment on."""

from collections.abc import Callable, Mapping
from typing import Any

from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models import Assessment, Entry, Exit, Graduation, Rectification
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.end import assessment as words
from sanshe.incubation.phrases.end import exit as exit_words
from sanshe.incubation.phrases.end import graduation as graduation_words
from sanshe.incubation.phrases.end import rectification as rectification_words
from sanshe.incubation.queries.end.assessors import recused_from


def _rows(model: Any) -> Callable[[Actor, Mapping[str, Any]], Any]:
    return lambda actor, filters: model.objects.select_related("entry__organisation", "entry__batch")


def _assessments(actor: Actor, filters: Mapping[str, Any]) -> Any:
    """Without those from which the reader stepped aside."""
    return _rows(Assessment)(actor, filters).exclude(pk__in=recused_from(actor))


def _rectifications(actor: Actor, filters: Mapping[str, Any]) -> Any:
    """Without those that follow from such an assessment."""
    return _rows(Rectification)(actor, filters).exclude(assessment__in=recused_from(actor))


def _ledger(
    code: str, title: Any, model: Any, states: Any, page: Callable[[Any], str], *columns: Column, rows: Any = None
) -> Ledger:
    name = Column("name", heads.NAME, lambda row: row.entry.organisation.name, link=True, width=28)
    batch = Column("batch", heads.BATCH, lambda row: row.entry.batch.name, width=20)
    state = Column("state", heads.STATE, lambda row: states[row.state])
    return Ledger(
        code=f"incubation.{code}",
        title=title,
        needs=P.ASSESSMENT_READ,
        columns=(name, batch, *columns, state),
        rows=rows or _rows(model),
        filters=(Filter("state", heads.STATE, options=tuple(states.items()), field="state"),),
        link=lambda row: f"/incubation/entries/{row.entry_id}/{page(row)}",
        seal="孵",
    )


ASSESSMENTS = _ledger(
    "assessments", heads.ASSESSMENTS, Assessment, words.STATES, lambda row: f"assessments/{row.pk}/",
    Column("kind", heads.KIND, lambda row: words.NAMES[row.kind]),
    Column("report_by", heads.REPORT_BY, kind="date"),
    Column("verdict", heads.VERDICT, lambda row: words.VERDICTS[row.verdict] if row.state == "decided" else ""),
    rows=_assessments,
)  # fmt: skip
RECTIFICATIONS = _ledger(
    "rectifications", heads.RECTIFICATIONS, Rectification, rectification_words.STATES,
    lambda row: f"rectifications/{row.pk}/",
    Column("number", heads.NUMBER, width=22), Column("due_on", heads.DUE, kind="date"),
    rows=_rectifications,
)  # fmt: skip
GRADUATIONS = _ledger(
    "graduations", heads.GRADUATIONS, Graduation, graduation_words.STATES, lambda row: "graduation/",
    Column("number", heads.NUMBER, lambda row: row.number or "", width=22),
    Column("identity", heads.IDENTITY, width=22), Column("graduated_on", heads.GRADUATED, kind="date"),
)  # fmt: skip
EXITS = _ledger(
    "exits", heads.EXITS, Exit, exit_words.STATES, lambda row: "exit/",
    Column("number", heads.NUMBER, lambda row: row.number or "", width=22),
    Column("kind", heads.KIND, lambda row: exit_words.NAMES[row.kind]), Column("due_on", heads.DUE, kind="date"),
)  # fmt: skip


def graduated(path: str) -> int:
    return Entry.objects.filter(within([path]), state=EntryState.GRADUATED).count()


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    for one in (ASSESSMENTS, RECTIFICATIONS, GRADUATIONS, EXITS):
        LEDGERS.add(one.code, one)
    code, where = "incubation.graduated", {"ledger": "incubation.entries", "filters": {"state": EntryState.GRADUATED}}
    said = {"needs": P.REGISTER_READ, "recount": graduated, "unit": heads.UNIT_HOMES, "counter": code}
    INDICATORS.add(code, Indicator(code=code, label=heads.INDICATORS["graduated"], **said, **where))
