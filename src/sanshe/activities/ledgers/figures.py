"""What activities publish as a whole."""

from datetime import datetime
from typing import Any

from sanshe.activities.queries import figures
from sanshe.core.figures.queries import FIGURES


def published(path: str, at: datetime) -> dict[str, Any]:
    """Groups, this week's sessions and bookings, today's sessions."""
    week = figures.week_of(at)
    return {
        "groups": figures.groups(path),
        "sessions_week": figures.sessions(path, *week),
        "bookings": figures.bookings(path, *week),
        "released": figures.released(path, *week),
        "sessions_today": figures.sessions(path, *figures.day_of(at)),
    }


def declare() -> None:
    """Tell the house."""
    FIGURES.add("activities", published)
