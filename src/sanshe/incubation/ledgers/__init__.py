"""What incubation declares to the house: ledgers, indicators, documents, to-dos, one file a case."""

from typing import Any

from sanshe.incubation.ledgers import (
    agreement,
    call,
    decision,
    documents,
    end,
    leaving,
    notice,
    panel,
    screening,
    stay,
    undo,
    work,
)

CASES: tuple[Any, ...] = (
    leaving,
    work,
    *call.CASES,
    *screening.CASES,
    *panel.CASES,
    *decision.CASES,
    *notice.CASES,
    *agreement.CASES,
)
CASES += (documents, *end.CASES, *stay.CASES, undo)


def declare() -> None:
    for case in CASES:
        case.declare()
