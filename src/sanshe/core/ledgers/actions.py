"""The note that something was exported."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sanshe.core.audit.actions import record, seal
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.enums import E


def exported(*, code: str, fmt: str, filters: Mapping[str, Any], by: Actor, at: datetime, area_path: str = "") -> None:
    """Put on record that a ledger or paper left the house, and seal what stood before it."""
    new = {"format": str(fmt), "filters": {name: str(value) for name, value in filters.items()}}
    record(event=E.EXPORTED, kind="ledgers.ledger", subject=code, by=by, at=at, area_path=area_path, new=new)
    seal(at_real=clock.real())
