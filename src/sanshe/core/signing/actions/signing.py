"""Signatures are put into the chain of their matter, and their names destroyed when their time is over."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, record
from sanshe.core.signing import queries
from sanshe.core.signing.adapters import sm3
from sanshe.core.signing.enums import E
from sanshe.core.signing.models import Chain, ShownText, Signature
from sanshe.core.signing.rules import chain as rules
from sanshe.core.signing.rules.entry import refusal_to_enter
from sanshe.core.signing.types import Entry

REASON = "保存期满"


@transaction.atomic
def sign(
    *, kind: str, subject: UUID, area_path: str, entries: Sequence[Entry], by: Actor, at: datetime
) -> list[Signature]:
    """Put signatures into the chain of a matter, in their order: one of a telephone, or all of a paper.

    Callers of one chain wait for one another until the transaction ends; make it the last thing before the write.
    """
    for entry in entries:
        insist(refusal_to_enter(entry, at=at))
    row = _held(kind, subject, area_path)
    texts = {text: _text(text, at) for text in {entry.text for entry in entries}}
    made: list[Signature] = []
    head = row.head
    for number, entry in enumerate(entries, row.length + 1):
        made.append(_link(row, number, head, entry, texts[entry.text], at))
        head = made[-1].digest
    Signature.objects.bulk_create(made, batch_size=200)
    first = row.length + 1
    change(row, length=row.length + len(made), head=head)
    grades = sorted({entry.grade for entry in entries})
    record(E.SIGNED, row, by=by, at=at, first=first, last=row.length, grades=grades, digest=head)
    return made


def _held(kind: str, subject: UUID, area_path: str) -> Chain:
    """The chain, held until the transaction ends; made with its first signature."""
    which = {"kind": kind, "subject": subject}
    if not Chain.objects.filter(**which).exists():
        Chain.objects.bulk_create([Chain(area_path=area_path, **which)], ignore_conflicts=True)
    return Chain.objects.select_for_update().get(**which)


def _text(text: str, at: datetime) -> ShownText:
    """The text as it is kept, once; one that was destroyed and is shown again comes back."""
    data = text.encode()
    sha256 = fingerprint_bytes(data)
    made = ShownText(sha256=sha256, sm3=sm3(data), content=text, kept_at=at)
    ShownText.objects.bulk_create([made], ignore_conflicts=True)
    row = ShownText.objects.get(sha256=sha256)
    if row.destroyed_at is not None:
        row.content, row.destroyed_at = text, None
        row.save(update_fields=["content", "destroyed_at"])
    return row


def _link(row: Chain, number: int, head: str, entry: Entry, text: ShownText, at: datetime) -> Signature:
    salt, proof = secrets.token_hex(16), entry.proof
    one = Signature(
        chain=row, number=number, previous=head, area_path=entry.area_path, grade=entry.grade, text=text,
        variant=entry.variant, name=entry.name.strip(), phone=entry.phone, salt=salt, signed_at=entry.signed_at,
        received_at=at, code=proof.code, device=proof.device, witness=proof.witness.strip(), paper=proof.paper,
        proof=rules.proof(proof, salt=salt), keep_until=entry.keep_until,
        signer=rules.signer(salt=salt, person=queries.person_of(entry.name, entry.phone)),
    )  # fmt: skip
    one.digest = rules.digest(queries.link_of(one))
    return one


def keep_until(*, signatures: Sequence[UUID], day: date) -> int:
    """Another day until which their names are kept: the app's matter ended, and its own act says so on record."""
    return Signature.objects.filter(pk__in=signatures, destroyed_at=None).update(keep_until=day)


def destroy_over(at: datetime) -> int:
    """Destroy names, telephones and witnesses whose time is over, and texts that nobody signed any more; each night.

    Answers how many signatures. Digests stay: the chain still holds.
    """
    rows = list(queries.over_by(shanghai.day(at)).select_related("chain"))
    by_chain: dict[UUID, list[Signature]] = {}
    for one in rows:
        by_chain.setdefault(one.chain_id, []).append(one)
    for group in by_chain.values():
        _destroy(group, at)
    return len(rows)


@transaction.atomic
def _destroy(group: list[Signature], at: datetime) -> None:
    nothing = {"name": "", "name_index": "", "phone": "", "phone_index": "", "witness": "", "salt": "", "device": ""}
    keys = [one.pk for one in group]
    n = Signature.objects.filter(pk__in=keys, destroyed_at=None).update(**nothing, destroyed_at=at)
    texts = queries.unread_texts().filter(Q(signatures__in=keys)).distinct()
    for text in texts:
        text.content, text.destroyed_at = "", at
        text.save(update_fields=["content", "destroyed_at"])
    for forget in queries.FORGETTERS:
        forget(keys)
    record(E.DESTROYED, group[0].chain, by=SYSTEM, at=at, signatures=n, note=REASON)
