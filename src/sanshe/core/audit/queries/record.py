"""Read the record: the history of a subject, the list by area, who had what shown."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.types import Entry
from sanshe.core.kit.access import Actor
from sanshe.core.kit.hook import Hook
from sanshe.core.kit.ids import first
from sanshe.core.kit.prefix import end
from sanshe.core.kit.registry import Registry

EVENT_LABELS: dict[Any, Any] = {}
FIELD_LABELS: dict[Any, Any] = {}
KIND_LABELS: dict[Any, Any] = {}
VALUE_LABELS: dict[tuple[str, str], dict[Any, Any]] = {}  # (kind, field): what its codes are called
# kind -> (who looks, ids) -> {id: (name, address)}; what is shut to that person is left out
NAMED: Registry[Callable[[Actor, list[str]], dict[str, tuple[str, str]]]] = Registry("names of a kind")
NAMES: Hook[[set[UUID]], dict[UUID, str]] = Hook(lambda people: {})


def entries(rows: Sequence[AuditEvent], actor: Actor | None = None) -> list[Entry]:
    """Rows as a page shows them: names as accounts knows them today (one query), else as written (masked) then.

    For a reader what an act was done to is named too, one query a kind.
    """
    known = NAMES({row.by for row in rows if row.by})
    named = _named(rows, actor) if actor else {}
    return [
        entry(row, (known.get(row.by) if row.by else None) or row.by_name, named.get((row.kind, row.subject)))
        for row in rows
    ]


def _named(rows: Sequence[AuditEvent], actor: Actor) -> dict[tuple[str, str], tuple[str, str]]:
    wanted = defaultdict(set)
    for row in rows:
        wanted[row.kind].add(row.subject)
    found = {}
    for kind, ids in wanted.items():
        known = NAMED[kind](actor, sorted(ids)) if kind in NAMED else {}
        found.update({(kind, one): said for one, said in known.items()})
    return found


def history(kind: str, subject: UUID | str, limit: int = 200) -> list[Entry]:
    """What happened to one subject, newest first."""
    return history_of([kind], [subject], limit)


def history_of(kinds: Iterable[str], subjects: Iterable[UUID | str], limit: int = 30) -> list[Entry]:
    """What happened to several subjects of these kinds together, newest first by the hour it was done."""
    rows = AuditEvent.objects.filter(kind__in=list(kinds), subject__in=[str(one) for one in subjects])
    return entries(list(rows.order_by("-at", "-recorded_at", "-pk")[:limit]))


def entry(row: AuditEvent, name: str, subject: tuple[str, str] | None = None) -> Entry:
    """A row of the record as a page shows it; `subject` is what it was done to, by name and address."""
    called, url = subject or ("", "")
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
        name=called,
        url=url,
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
        within |= Q(area_path__gte=path, area_path__lt=end(path)) if path else Q()
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
    return entries(shown, actor), found[size - 1].pk if len(found) > size else None


def acts(
    wanted: Iterable[tuple[Sequence[str], Sequence[str]]], since: datetime, until: datetime, *, keys: bool
) -> QuerySet[AuditEvent]:
    """The acts of a time, each kind of event within its own areas: pairs of (events, area prefixes).

    With `keys` business runs on the machine's time, so that no act is older than its key: the index ends the search.
    """
    which = Q(pk__in=[])
    for events, paths in wanted:
        for path in paths:
            which |= Q(event__in=events, area_path__gte=path, area_path__lt=end(path))
    rows = AuditEvent.objects.filter(which, at__gte=since, at__lt=until)
    return rows.filter(pk__gte=first(since)) if keys else rows


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
