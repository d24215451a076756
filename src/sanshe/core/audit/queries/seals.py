"""Read the seals: the whole record as the check reads it, and the check itself."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q, Sum

from sanshe.core.audit.adapters import read_roots
from sanshe.core.audit.models import Anchor, AuditEvent, Seal, Verification
from sanshe.core.audit.rules import verify as checker
from sanshe.core.kit import digest


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


def kept_until() -> int:
    """The last seal whose root is known to have gone to the list outside."""
    return Anchor.objects.values_list("kept", flat=True).first() or 0


def verify(progress: Callable[[int], object] | None = None) -> checker.Verdict:
    """Check the whole record against its seals and against the roots kept outside the database."""
    return checker.check(lines(progress), read_roots(anchor_name()), kept_until())


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
    return last, Seal.objects.aggregate(n=Sum("count"))["n"] or 0


def verifications(size: int = 5) -> list[Verification]:
    """The latest checks."""
    return list(Verification.objects.order_by("-at")[:size])
