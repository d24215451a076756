"""What incubation declares to the house: ledgers, indicators, documents, to-dos, one file a case."""

from sanshe.incubation.ledgers import (
    agreement,
    application,
    batch,
    decision,
    documents,
    imports,
    objection,
    panel,
    papers,
    plan,
    publication,
    register,
    report,
    resource,
    score,
    screening,
    stay_end,
    supervision,
    support,
    tabulation,
    training,
)

CASES = (
    batch,
    application,
    imports,
    screening,
    panel,
    score,
    tabulation,
    decision,
    publication,
    objection,
    agreement,
    register,
    documents,
    papers,
    stay_end,
    plan,
    training,
    supervision,
    resource,
    support,
    report,
)


def declare() -> None:
    for case in CASES:
        case.declare()
