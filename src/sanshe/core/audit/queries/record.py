"""Read the record: the history of a subject, the list by area, who had what shown."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.rules import after
from sanshe.core.audit.types import Entry
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry

EVENT_LABELS: dict[Any, Any] = {}
FIELD_LABELS: dict[Any, Any] = {}
KIND_LABELS: dict[Any, Any] = {}
URLS: Registry[Callable[[str], str]] = Registry("address of a kind")
NAMES: list[Callable[[set[UUID]], dict[UUID, str]]] = []


def entries(rows: list[AuditEvent]) -> list[Entry]:
    """Rows as a page shows them: names as accounts knows them today (one query), else as written (masked) then."""
    known = NAMES[0]({row.by for row in rows if row.by}) if NAMES else {}
    return [entry(row, (known.get(row.by) if row.by else None) or row.by_name) for row in rows]


def history(kind: str, subject: UUID | str, limit: int = 200) -> list[Entry]:
    """What happened to one subject, newest first."""
    return history_of([kind], [subject], limit)


def history_of(kinds: Iterable[str], subjects: Iterable[UUID | str], limit: int = 30) -> list[Entry]:
    """What happened to several subjects of these kinds together, newest first by the hour it was done."""
    rows = AuditEvent.objects.filter(kind__in=list(kinds), subject__in=[str(one) for one in subjects])
    return entries(list(rows.order_by("-at", "-recorded_at", "-pk")[:limit]))


def entry(row: AuditEvent, name: str) -> Entry:
    """A row of the record as a page shows it."""
    return Entry(
        id=row.pk,
        event=row.event,
        label=EVENT_LABELS.get(row.event, row.event),
        kind=row.kind,
        subject=row.subject,
        at=row.at,
        by=row.by,
        by_name=name,
        area_path=row.area_path,
        old=_json(row.old),
        new=_json(row.new),
        note=row.note,
        seal=row.seal,
    )


def _json(text: str) -> dict[str, Any]:
    """Values for showing; a row somebody spoilt by hand must not break the page that reports it."""
    try:
        found = json.loads(text)
    except ValueError:
        return {"": text}
    return found if isinstance(found, dict) else {"": found}


def visible_to(actor: Actor, code: str) -> QuerySet[AuditEvent]:
    """The events of the areas for which the actor holds the code; events of no area only with a district's grant."""
    paths = actor.paths(code)
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(area_path__gte=path, area_path__lt=after(path)) if path else Q()
    if any(len(path) <= 6 for path in paths):
        within |= Q(area_path="")
    return AuditEvent.objects.filter(within)


def page(
    actor: Actor, code: str, *, text: str = "", event: str = "", before: UUID | None = None, size: int = 50
) -> tuple[list[Entry], UUID | None]:
    """Newest first, keyset-paged: (entries, the id after which the next page begins or None)."""
    rows = visible_to(actor, code)
    if text:
        rows = rows.filter(Q(subject=text) | Q(note=text) | Q(event=text) | Q(kind=text))
    if event:
        rows = rows.filter(event=event)
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: size + 1])
    shown = sorted(found[:size], key=lambda row: row.recorded_at, reverse=True)  # keys of one millisecond have no order
    return entries(shown), found[size - 1].pk if len(found) > size else None


def shown(since: datetime) -> int:
    """How often somebody had a masked value shown since a moment of business."""
    return AuditEvent.objects.filter(event="privacy.shown", at__gte=since).count()


def shown_without_reason(since: datetime) -> int:
    """How often no reason was given for it."""
    return AuditEvent.objects.filter(event="privacy.shown", at__gte=since, note="").count()


def of_subject(actor: Actor, code: str, text: str) -> dict[str, Any]:
    """How many acts stand in the record for a number or id, and between which seals."""
    rows = visible_to(actor, code).filter(subject=text)
    found = rows.aggregate(n=Count("pk"))
    numbers = list(rows.exclude(seal=None).order_by("seal").values_list("seal", flat=True))
    return {"n": found["n"], "first": numbers[0] if numbers else None, "last": numbers[-1] if numbers else None}
