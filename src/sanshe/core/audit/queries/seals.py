"""Read the seals: the whole record as the check reads it, the check itself, the chain as a page shows it."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, Min, Q, Sum
from django.utils import timezone

from sanshe.core.audit import phrases
from sanshe.core.audit.adapters import read_roots
from sanshe.core.audit.models import Anchor, AuditEvent, Seal, Verification
from sanshe.core.audit.queries.record import EVENT_LABELS, KIND_LABELS
from sanshe.core.audit.rules import verify as checker
from sanshe.core.audit.types import Link, Said
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


def chain(found: Verification | None, before: int | None = None, size: int = 4) -> list[Link]:
    """The latest seals with what the last check found of each, newest first."""
    findings = json.loads(found.findings) if found else []
    broken = min((one["seal"] for one in findings), default=None)
    rows = seals(before, size + 1)
    roots = {row.number: row.root for row in rows}
    times = _times([row.number for row in rows[:size]])
    links = [_link(row, roots.get(row.number - 1, ""), found, broken, findings) for row in rows[:size]]
    return [dataclasses.replace(one, **times.get(one.number, {})) for one in links]


def _times(numbers: list[int]) -> dict[int, dict[str, Any]]:
    """When business was done that each seal holds."""
    rows = AuditEvent.objects.filter(seal__in=numbers).order_by().values("seal")
    counted = rows.annotate(since=Min("at"), until=Max("at"))
    return {row["seal"] or 0: {"since": row["since"], "until": row["until"]} for row in counted}


def breaks(found: Verification | None) -> list[Link]:
    """The seals that did not hold at a check, at most five, each with what is missing and changed; newest first."""
    findings = json.loads(found.findings) if found else []
    numbers = sorted({one["seal"] for one in findings})[:5]
    rows = {row.number: row for row in Seal.objects.defer("members").filter(number__in=numbers)}
    return [_link(rows.get(n) or Seal(number=n), "", found, numbers[0], findings) for n in reversed(numbers)]


def _link(row: Seal, previous: str, found: Verification | None, broken: int | None, findings: list[dict]) -> Link:
    mine = [one for one in findings if one["seal"] == row.number]
    if mine:
        state = "broken"
    elif broken is not None and row.number > broken:
        state = "unreliable"
    else:
        state = "holds" if found and row.number <= found.seals else "unchecked"
    said = tuple(_said(one) for one in mine[:20])
    return Link(row.number, row.sealed_at, row.count or 0, row.root, previous, state, said, len(mine) - len(said))


def _said(one: dict[str, Any]) -> Said:
    event = one["event"]
    kind = KIND_LABELS.get(event.get("kind"), event.get("kind", ""))
    label = EVENT_LABELS.get(event.get("event"), event.get("event", ""))
    fields = "、".join(str(phrases.FIELDS[name]) for name in one["fields"])
    about = f"{label} {kind} {event.get('subject', '')}".strip()
    return Said(one["fault"], str(phrases.FAULTS[one["fault"]]), one["place"], _day(event.get("at", "")), about, fields)


def _day(text: str) -> str:
    """The time of a finding for reading; as it stands when somebody spoilt it."""
    try:
        return timezone.localtime(datetime.fromisoformat(text)).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return text


def example() -> Link | None:
    """What a break looks like: the latest seal of three and more, one event taken out, one changed, in memory only."""
    row = Seal.objects.filter(count__gte=3).order_by("-number").first()
    if row is None:
        return None
    seal = seal_content(row)
    events = [content(e) | {"seal": e.seal, "place": e.place} for e in AuditEvent.objects.filter(seal=row.number)]
    events.sort(key=lambda event: event["place"])
    spoilt = [events[0], events[1] | {"new": "{}", "note": "×"}, *events[3:]]
    findings = [dataclasses.asdict(one) for one in checker.check([seal, *spoilt], None).findings]
    findings = [one for one in findings if one["seal"] == row.number and one["fault"] in ("missing", "changed")]
    return _link(row, "", None, row.number, findings)
