"""The shape of what a pad sends, by form or from a device's memory."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime

from sanshe.core.kit.asked import whole


def sheet_said(said: Mapping[str, Any], numbers: Iterable[int]) -> dict[str, Any]:
    """Marks, comment, and what the device says of itself. Raises ValueError without a sheet's id."""
    return {
        "sheet_id": UUID(str(said.get("sheet", ""))),
        "marks": marks_said(said, numbers),
        "comment": str(said.get("comment", ""))[:2000],
        "noted_at": moment_said(said.get("noted_at")),
        "device": str(said.get("device", ""))[:40],
        "base": whole(said.get("base")),
    }


def marks_said(said: Mapping[str, Any], numbers: Iterable[int]) -> dict[int, int | None]:
    """A mark for each criterion; what is no whole number is not scored."""
    return {no: whole(said.get(f"mark-{no}")) for no in numbers}


def moment_said(text: Any) -> datetime | None:
    """A device's time as it says it; None for what is no time. A clock years off is kept as it is."""
    try:
        found = parse_datetime(str(text or ""))
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None
