"""Words of incubation. Each case has EVENTS, KINDS, FIELDS (for the record), SENTENCES (for refusals)
and BESIDE (at which field of a form a sentence stands)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sanshe.incubation.phrases import agreement, call, decision, duty, end, notice, panel, screening, stay, undo

CASES: tuple[Any, ...] = (*call.CASES, *screening.CASES, *panel.CASES, *decision.CASES, *notice.CASES)
CASES += (*agreement.CASES, *end.CASES, *stay.CASES, undo)


def gathered(name: str) -> dict[str, Any]:
    """One table of all cases: EVENTS, KINDS, FIELDS, SENTENCES or BESIDE, keys as text."""
    return {str(key): text for case in CASES for key, text in getattr(case, name, {}).items()}


def words() -> dict[type[StrEnum], Mapping[Any, Any]]:
    """What states and duties are called in the sentence of a refusal, by their type."""
    tables = [getattr(case, "STATES", None) for case in CASES] + [duty.DUTIES]
    return {type(next(iter(table))): table for table in reversed(tables) if table}
