"""Read the record: the history of a subject, the list by area, the seals, the check of the whole."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanshe.core.audit.adapters import read_roots
from sanshe.core.audit.models import Anchor, AuditEvent, Seal, Verification
from sanshe.core.audit.rules import after
from sanshe.core.audit.rules import verify as checker
from sanshe.core.audit.types import Entry
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry

EVENT_LABELS: dict[str, Any] = {}
FIELD_LABELS: dict[str, Any] = {}
KIND_LABELS: dict[str, Any] = {}
URLS: Registry[Callable[[str], str]] = Registry("address of a kind")
NAMES: list[Callable[[UUID], str]] = []


def name_of(by: UUID | None, written: str) -> str:
    """The name to show: as accounts knows it today, else as it was written (masked) at the time."""
    known = NAMES[0](by) if NAMES and by else ""
    return known or written


def history(kind: str, subject: UUID | str, limit: int = 200) -> list[Entry]:
    """What happened to one subject, newest first."""
    rows = AuditEvent.objects.filter(kind=kind, subject=str(subject)).order_by("-id")[:limit]
    return [entry(row) for row in rows]


def entry(row: AuditEvent) -> Entry:
    """A row of the record as a page shows it."""
    return Entry(
        id=row.pk,
        event=row.event,
        label=EVENT_LABELS.get(row.event, row.event),
        kind=row.kind,
        subject=row.subject,
        at=row.at,
        by=row.by,
        by_name=row.by_name,
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
    return [entry(row) for row in found[:size]], found[size - 1].pk if len(found) > size else None


def content(row: AuditEvent) -> dict[str, Any]:
    """The fields of an event that are fingerprinted, all as text or null."""
    return {
        "id": str(row.pk),
        "event": row.event,
        "kind": row.kind,
        "subject": row.subject,
        "at": _time(row.at),
        "recorded_at": _time(row.recorded_at),
        "by": str(row.by) if row.by else None,
        "by_name": row.by_name,
        "area_path": row.area_path,
        "old": row.old,
        "new": row.new,
        "note": row.note,
    }


def _time(moment: datetime) -> str:
    return json.loads(digest.canonical(moment))


def seal_content(seal: Seal) -> dict[str, Any]:
    """A seal as the check and the export read it."""
    return {
        "seal_number": seal.number,
        "number": seal.number,
        "count": seal.count,
        "root": seal.root,
        "previous": seal.previous,
        "chain": seal.chain,
        "sealed_at": _time(seal.sealed_at),
        "members": _members(seal.members),
    }


def _members(text: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(text)
        return [m for m in found if {"id", "leaf", "marks"} <= set(m)]
    except (ValueError, TypeError):
        return []


def lines(progress: Callable[[int], object] | None = None) -> Iterator[dict[str, Any]]:
    """The whole record in the form the check reads: each seal, then its events; at the end what no seal holds."""
    known = []
    for seal in Seal.objects.order_by("number").iterator(chunk_size=20):
        known.append(seal.number)
        yield seal_content(seal)
        for row in AuditEvent.objects.filter(seal=seal.number).order_by("place", "pk"):
            yield content(row) | {"seal": row.seal, "place": row.place}
        if progress:
            progress(len(known))
    loose = AuditEvent.objects.exclude(seal__in=known) if len(known) < 900 else AuditEvent.objects.filter(_loose(known))
    for row in AuditEvent.objects.filter(seal__isnull=True).order_by("pk").iterator(chunk_size=1000):
        yield content(row) | {"seal": None, "place": None}
    for row in loose.filter(seal__isnull=False).order_by("pk").iterator(chunk_size=1000):
        yield content(row) | {"seal": row.seal, "place": row.place}


def _loose(known: list[int]) -> Q:
    """Events that name a seal which is not there: numbers in the gaps, or behind the last."""
    gaps = sorted(set(range(1, known[-1])) - set(known))
    return Q(seal__gt=known[-1]) | Q(seal__in=gaps[:500])


def anchor_name() -> str:
    """The name of the list outside that this database's roots go to."""
    return Anchor.objects.values_list("name", flat=True).first() or "main"


def verify(progress: Callable[[int], object] | None = None) -> checker.Verdict:
    """Check the whole record against its seals and against the roots kept outside the database."""
    return checker.check(lines(progress), read_roots(anchor_name()))


def seals(before: int | None = None, size: int = 20) -> list[Seal]:
    """The latest seals, newest first, without their members."""
    rows = Seal.objects.defer("members").order_by("-number")
    return list((rows.filter(number__lt=before) if before else rows)[:size])


def last_root() -> str:
    """The root of the last seal, for printing on notices and proof packs; empty before the first."""
    return Seal.objects.order_by("-number").values_list("root", flat=True).first() or ""


def unsealed() -> int:
    """How many events wait for their seal."""
    return AuditEvent.objects.filter(seal__isnull=True).count()


def sealed() -> tuple[int, int]:
    """(seals, events in them). The events are the sum of the seals' counts, not a count over the record."""
    last = Seal.objects.order_by("-number").values_list("number", flat=True).first() or 0
    return last, sum(Seal.objects.values_list("count", flat=True))


def verifications(size: int = 5) -> list[Verification]:
    """The latest checks."""
    return list(Verification.objects.order_by("-at")[:size])


def shown(since: datetime) -> int:
    """How often somebody had a masked value shown since a moment of business."""
    return AuditEvent.objects.filter(event="privacy.shown", at__gte=since).count()


def shown_without_reason(since: datetime) -> int:
    """How often no reason was given for it."""
    return AuditEvent.objects.filter(event="privacy.shown", at__gte=since, note="").count()


def of_subject(text: str) -> dict[str, Any]:
    """How many acts stand in the record for a number or id, and between which seals."""
    rows = AuditEvent.objects.filter(subject=text)
    found = rows.aggregate(n=Count("pk"))
    numbers = list(rows.exclude(seal=None).order_by("seal").values_list("seal", flat=True))
    return {"n": found["n"], "first": numbers[0] if numbers else None, "last": numbers[-1] if numbers else None}
