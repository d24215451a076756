"""Writes: counters, serial numbers, templates, papers, imports, and the note that something was exported."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sanshe.core.audit.actions import record, seal
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.actions.counting import count, fold, next_number
from sanshe.core.ledgers.actions.imports import apply_run, check_again, mend, read_in, skip
from sanshe.core.ledgers.actions.papers import JOB, PLACE, ask_for_set, cancel_set, make_paper, make_set
from sanshe.core.ledgers.actions.templates import approve_template, insist_on_blanks, restore_template, save_template
from sanshe.core.ledgers.enums import E

__all__ = [
    "JOB",
    "PLACE",
    "apply_run",
    "approve_template",
    "ask_for_set",
    "cancel_set",
    "check_again",
    "count",
    "exported",
    "fold",
    "insist_on_blanks",
    "make_paper",
    "make_set",
    "mend",
    "next_number",
    "read_in",
    "restore_template",
    "save_template",
    "skip",
]


def exported(*, code: str, fmt: str, filters: Mapping[str, Any], by: Actor, at: datetime, area_path: str = "") -> None:
    """Put on record that a ledger or paper left the house, and seal what stood before it."""
    new = {"format": str(fmt), "filters": {name: str(value) for name, value in filters.items()}}
    record(event=E.EXPORTED, kind="ledgers.ledger", subject=code, by=by, at=at, area_path=area_path, new=new)
    seal(at_real=clock.real())
