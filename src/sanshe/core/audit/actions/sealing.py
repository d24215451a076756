"""Write the record, seal it, check it."""

import contextlib
import dataclasses
import json
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from sanshe.core.audit import rules
from sanshe.core.audit.adapters import append_roots, read_roots, source_of, write_package
from sanshe.core.audit.enums import E
from sanshe.core.audit.models import Anchor, AuditEvent, Seal, Verification
from sanshe.core.audit.queries import anchor_name, content, kept_until, lines, seal_content, sealed, verify
from sanshe.core.audit.rules import hashes
from sanshe.core.audit.rules import verify as checker
from sanshe.core.audit.rules.program import program
from sanshe.core.audit.rules.within import given
from sanshe.core.jobs.actions import enqueue
from sanshe.core.kit import clock, digest
from sanshe.core.kit.access import Actor
from sanshe.core.privacy.rules import mask_name

SEALING = 0x5EA1  # PostgreSQL advisory lock: one sealer at a time


def record(
    *,
    event: str,
    kind: str,
    subject: UUID | str,
    by: Actor,
    at: datetime,
    area_path: str = "",
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    note: str = "",
) -> UUID:
    """Add an act to the record, in the caller's transaction. Personal values come masked; `at` is business."""
    row = AuditEvent(
        event=str(event),
        kind=str(kind),
        subject=str(subject),
        at=at,
        recorded_at=clock.real(),
        by=by.id,
        by_name=mask_name(by.name) if by.id else by.name,
        area_path=area_path,
        old=digest.canonical(old or {}).decode("utf-8", "replace"),
        new=digest.canonical(new or {}).decode("utf-8", "replace"),
        note=note.replace("\x00", ""),
    )
    row.save(force_insert=True)
    return row.pk


def seal(*, at_real: datetime) -> list[int]:
    """Close what is not sealed yet into batches of at most 1,000, and return their numbers.

    Called each minute and before every notice, export, backup and check. An act whose transaction ends later than this
    falls into the next batch: an act is given its batch, a batch is never given a range of acts.
    """
    numbers: list[int] = []
    with transaction.atomic():
        _one_sealer()
        while number := _seal_one(at_real):
            numbers.append(number)
        if numbers or _unanchored():
            transaction.on_commit(anchor)
    return numbers


def _one_sealer() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALING])


def _seal_one(at_real: datetime) -> int:
    rows = list(AuditEvent.objects.filter(seal__isnull=True).order_by("pk")[: rules.BATCH])
    if not rows:
        return 0
    last = Seal.objects.order_by("-number").values("number", "chain").first() or {"number": 0, "chain": hashes.EMPTY}
    number = last["number"] + 1
    contents = [content(row) for row in rows]
    made = Seal(
        number=number,
        count=len(rows),
        root=hashes.root_of([hashes.leaf(one) for one in contents]),
        previous=last["chain"],
        sealed_at=at_real,
        members=digest.canonical([_member(one) for one in contents]).decode(),
    )
    made.chain = hashes.chain_of(seal_content(made))
    made.save(force_insert=True)
    for place, row in enumerate(rows, 1):
        row.seal, row.place = number, place
    AuditEvent.objects.bulk_update(rows, ["seal", "place"], batch_size=200)
    return number


def _member(one: dict[str, Any]) -> dict[str, str]:
    """What a seal keeps of an event, so that a missing one can still be named."""
    heading = {name: one[name] for name in ("id", "event", "kind", "subject", "at", "area_path")}
    return heading | {"leaf": hashes.leaf(one), "marks": hashes.marks(one)}


def _unanchored() -> bool:
    last = Seal.objects.order_by("-number").values_list("number", flat=True).first() or 0
    return last > _anchored(anchor_name())


def _anchored(name: str) -> int:
    """Up to which seal the roots have gone to the list of this name. What was once there and is gone is never put back
    from here: the check has to find it."""
    return max(kept_until(), max(checker.read_roots(read_roots(name)), default=0))


def anchor() -> int:
    """Append the roots that never went to the list outside; returns how many."""
    name = anchor_name()
    seals = Seal.objects.filter(number__gt=_anchored(name)).order_by("number")
    new = [seal_content(one) for one in seals]
    if new:
        append_roots(name, [hashes.root_line(one) for one in new])
        Anchor.objects.update_or_create(name=name, defaults={"kept": new[-1]["number"]})
    return len(new)


def use_anchor(*, name: str) -> None:
    """Let this database's roots go to the list of this name: a copy that lives on by itself needs its own."""
    with transaction.atomic():
        Anchor.objects.all().delete()
        Anchor.objects.create(name=name)
        transaction.on_commit(anchor)


def check(*, by: Actor, at: datetime, progress: Callable[[int], object] | None = None) -> Verification:
    """Seal, check the whole record, keep the answer. The check itself goes on the record."""
    seal(at_real=clock.real())
    if not connection.in_atomic_block:
        with contextlib.suppress(OSError):
            anchor()
    began = time.monotonic()
    verdict = verify(progress)
    return _keep(verdict, time.monotonic() - began, by, at)


@transaction.atomic
def _keep(verdict: checker.Verdict, seconds: float, by: Actor, at: datetime) -> Verification:
    made = Verification.objects.create(
        at=at,
        by_name=mask_name(by.name) if by.id else by.name,
        seconds=seconds,
        seals=verdict.seals,
        events=verdict.events,
        unsealed=verdict.unsealed,
        is_whole=verdict.ok,
        last_root=verdict.last_root,
        findings=json.dumps([dataclasses.asdict(f) for f in verdict.findings[:200]], ensure_ascii=False),
    )
    found = {"whole": verdict.ok, "seals": verdict.seals, "events": verdict.events, "findings": len(verdict.findings)}
    record(event=E.VERIFIED, kind="audit.verification", subject=made.pk, by=by, at=at, new=found)
    return made


def package(*, within: Sequence[str], by: Actor, at: datetime, to: Any) -> None:
    """Write the package for an auditor into a binary stream: the record, the roots, the program. It goes on record.

    Of acts outside the areas `within` it holds the fingerprints alone.
    """
    record(event=E.EXPORTED, kind="audit.record", subject=anchor_name(), by=by, at=at)
    seal(at_real=clock.real())
    whole = program([source_of(hashes), source_of(checker)])
    write_package(to, (digest.canonical(line) for line in given(lines(), within)), read_roots(anchor_name()), whole)


def ask_for_check(*, by: Actor, at: datetime) -> UUID | None:
    """Check now when the record is small; else queue the check and return the id of that work."""
    if sealed()[1] <= rules.INLINE:
        check(by=by, at=at)
        return None
    return enqueue(code="audit.check", payload={"by": str(by.id), "name": by.name}, at=at, owner=by.id)
