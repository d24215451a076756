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
    publication,
    register,
    score,
    screening,
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
)


def declare() -> None:
    for case in CASES:
        case.declare()
