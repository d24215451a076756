"""What a case asks of people: to be taken up within three working days, answered within ten, reviewed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.kit.access import Actor
from sanshe.core.objections import phrases
from sanshe.core.objections.enums import Deed, State
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries import SUBJECTS


def sources(kind: str) -> list[Source]:
    """The duties of one kind of objection."""
    subject = SUBJECTS[kind]
    return [
        _source(kind, Deed.TAKE_UP, State.RECEIVED, subject.handle, "accept_due_on"),
        _source(kind, Deed.WORK, State.ACCEPTED, subject.handle, "answer_due_on"),
        _source(kind, Deed.REVIEW, State.UNDER_REVIEW, subject.reviews, None),
    ]


def _source(kind: str, deed: Deed, state: State, code: str, day: str | None) -> Source:
    title, act = phrases.DUTY_LINES[deed]
    said: dict[str, Any] = {"facts": ("listing_title", "number", "pk"), "subject": "listing", "label": phrases.LABEL}
    due = {"day": day, "is_last_day": True} if day else {}
    rows = _in_state(kind, state)
    return Source(f"{kind}.{deed}", SUBJECTS[kind].seal, title, act, Owner.HOLDER, code, rows, _say, **said, **due)


def _in_state(kind: str, state: State) -> Callable[[Actor, datetime], Any]:
    return lambda actor, at: Objection.objects.filter(kind=kind, state=state)


def _say(line: Line, at: datetime) -> Said:
    url = reverse("objections:case", args=[line.id(2)])
    return Said(url, line.facts[0], Due(line.day) if line.day else None, line.facts[1])
