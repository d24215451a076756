"""Words of incubation. Each case has EVENTS, KINDS, FIELDS (for the record) and SENTENCES (for refusals)."""

from typing import Any

from sanshe.incubation.phrases import (
    agreement,
    application,
    assessment,
    batch,
    decision,
    drafting,
    exit,
    graduation,
    objection,
    panel,
    plan,
    publication,
    rectification,
    register,
    report,
    resource,
    score,
    screening,
    strike,
    supervision,
    support,
    tabulation,
    training,
    undo,
)

CASES: tuple[Any, ...] = (
    batch,
    application,
    screening,
    panel,
    score,
    tabulation,
    decision,
    publication,
    objection,
    agreement,
    register,
)
CASES += (assessment, rectification, graduation, exit)
CASES += (drafting, plan, training, supervision, resource, support, report, strike, undo)


def gathered(name: str) -> dict[str, Any]:
    """One table of all cases: EVENTS, KINDS, FIELDS or SENTENCES, keys as text."""
    return {str(key): text for case in CASES for key, text in getattr(case, name, {}).items()}
