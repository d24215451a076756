"""The chain of seals as its page shows it: what the last check found of each, in words."""

import dataclasses
import json
from datetime import datetime
from typing import Any

from django.db.models import Max, Min
from django.utils import timezone

from sanshe.core.audit import phrases
from sanshe.core.audit.models import AuditEvent, Seal, Verification
from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS, content, seal_content, seals
from sanshe.core.audit.rules import verify as checker
from sanshe.core.audit.types import Link, Said


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
