"""孵化计划 as a paper."""

from typing import Any

from sanshe.core.ledgers.types import Box, Doc, Heading, KeyValue, Para, Signature, Table
from sanshe.incubation.models import Plan
from sanshe.incubation.phrases import plan as words
from sanshe.incubation.queries.documents.words import day
from sanshe.incubation.rules import plan as rules


def plan_doc(plan: Plan) -> Doc:
    """孵化计划: what was agreed, with the milestones and what was reached of them."""
    entry = plan.entry
    facts = (
        ("组织", entry.organisation.name), ("批次", entry.batch.name),
        ("孵化期", f"{day(entry.entered_on)}至{day(entry.term_to)}"), ("最迟交", f"{day(plan.due_on)} 18:00"),
    )  # fmt: skip
    said = [
        part
        for one in rules.WORDS
        for part in (Heading(str(words.LABELS[one.code]), 2), Para(plan.fields.get(one.code) or "——"))
    ]
    kept = {row.no: row for row in plan.milestones.all()}
    rows = tuple((str(no), what, day(by), _reached(kept.get(no))) for no, what, by in rules.milestones(plan.fields))
    table = Table(("", "里程碑", "最迟", "做到"), rows, (1, 6, 3, 4), (0,))
    sign = Signature(boxes=(Box("组织", ("负责人", "日期")), Box("孵化中心", ("经手人", "日期"))), style="boxes")
    return Doc(
        f"{entry.organisation.name}孵化计划",
        blocks=(KeyValue(facts), *said, Heading("里程碑", 2), table, sign),
        style="plain",
    )


def _reached(row: Any) -> str:
    return f"{day(row.done_on)}，{row.evidence}" if row and row.done_on else ""
