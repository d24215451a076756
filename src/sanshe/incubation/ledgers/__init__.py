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
    publication,
    register,
    score,
    screening,
    stay_end,
    tabulation,
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
)


def declare() -> None:
    for case in CASES:
        case.declare()
