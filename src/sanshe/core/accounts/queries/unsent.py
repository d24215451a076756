"""What waits to be handed in again."""

import json
from dataclasses import dataclass
from datetime import datetime

from sanshe.core.accounts import rules
from sanshe.core.accounts.models import Device, Stash, User


@dataclass(frozen=True, slots=True)
class Unsent:
    """A form that met the end of a session: where it goes, the page it stood on, its fields."""

    path: str
    back: str
    fields: list[tuple[str, str]]
    had_files: bool


def last_user_of(device: str) -> User | None:
    """Who signed in last in this browser: what is typed there after the session's end is theirs."""
    found = (
        Device.objects.filter(mark=device).select_related("user").order_by("-last_seen_at").first() if device else None
    )
    return found.user if found else None


def unsent(user: User, mark: str, real: datetime) -> list[Unsent]:
    """What this user had typed in this browser within the last hour, oldest first."""
    if not mark:
        return []
    rows = Stash.objects.filter(user=user, mark=mark, made_at__gt=real - rules.STASH_LIFE).order_by("made_at")
    return [Unsent(r.path, r.back, [tuple(f) for f in json.loads(r.fields)], r.had_files) for r in rows]
