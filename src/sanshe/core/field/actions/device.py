"""Devices: registered to a person, revoked."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.field import queries, rules
from sanshe.core.field.enums import E, R
from sanshe.core.field.models import Device
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import actions as rows

NAMED = 60


@transaction.atomic
def register(*, key: UUID, name: str, by: Actor, at: datetime) -> Device:
    """Register a device to who works on it; once more changes nothing."""
    row = Device.objects.filter(pk=key).first()
    facts = {"owner": row.user if row else None, "revoked": bool(row and row.revoked_at)}
    insist(rules.refusal_to_register(by=by.id, in_use=queries.in_use(by.key), **facts))
    return row or _made(key, name, by, at)


def _made(key: UUID, name: str, by: Actor, at: datetime) -> Device:
    paths = queries.places_to_send(by)
    insist(None if paths else R.NOT_YOURS)
    said = {"user": by.key, "name": name.strip()[:NAMED] or "—", "area_path": paths[0]}
    try:
        with transaction.atomic():
            row = Device.objects.create(pk=key, registered_at=at, seen_at=at, **said)
    except IntegrityError as fault:  # another page of the same browser was faster
        if known := Device.objects.filter(pk=key, user=by.key).first():
            return known
        raise Refused(R.OTHER_PERSON) from fault
    rows.record(E.REGISTERED, row, by=by, at=at, name=row.name)
    return row


@transaction.atomic
def revoke(*, device: Device, why: str, by: Actor, at: datetime) -> Device:
    """Use it no more: it gets no list, and what it still sends waits for a person."""
    insist(None if queries.may_revoke(by, device) else R.NOT_YOURS)
    insist(R.IS_REVOKED if device.revoked_at else None)
    insist(rules.refusal_to_decide(reason=why, is_needed=True))
    row = rows.change(device, revoked_at=at, revoked_by=by.id, revoked_why=why.strip()[:200])
    rows.record(E.REVOKED, row, by=by, at=at, note=row.revoked_why)
    return row
