"""A pledge is withdrawn by its signer, made void by the manager, or counted somewhere else."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.actions import change, move, record
from sanshe.core.signing import actions as signing
from sanshe.pledges.enums import E, Ground, PledgeState
from sanshe.pledges.models import Pledge
from sanshe.pledges.rules import pledge as rules

VOIDED = "pledges.voided"


@transaction.atomic
def withdraw(*, pledge: Pledge, by: Actor, at: datetime) -> Pledge:
    """The signer takes it back: at any time, without a reason. Within its ten minutes it never counted, and what it was
    to renew stands again."""
    insist(rules.refusal_to_end(pledge.life, at=at))
    is_early = at < pledge.effective_at
    _end(pledge, PledgeState.WITHDRAWN, at)
    if is_early and pledge.renews is not None:
        move(pledge.renews, PledgeState.STANDS, ended_at=None)
    record(E.TAKEN_BACK if is_early else E.WITHDRAWN, pledge, by=by, at=at)
    return pledge


@transaction.atomic
def void(*, pledge: Pledge, ground: Ground | None, by: Actor, at: datetime) -> Pledge:
    """It was no pledge: by one of four grounds. Its signer is told, where there is a telephone."""
    insist(rules.refusal_to_void(pledge.life, ground=ground, at=at))
    assert ground is not None
    phone = pledge.signature.phone
    _end(pledge, PledgeState.VOID, at, ground=ground)
    record(E.VOIDED, pledge, by=by, at=at, ground=ground)
    if phone:
        values = {"title": pledge.text.title, "date": shanghai.short(shanghai.day(pledge.signed_at))}
        send(template=VOIDED, to=Recipient(phone=phone), values=values, by=by, at=at, key=str(pledge.pk))
    return pledge


def _end(pledge: Pledge, to: PledgeState, at: datetime, **fields: object) -> None:
    move(pledge, to, ended_at=at, **fields)
    until = rules.keep_ended_until(shanghai.day(at))
    signing.keep_until(signatures=[pledge.signature_id], day=until)


def forget(signatures: Collection[UUID]) -> int:
    """Nobody is found any more by what was destroyed with these signatures; answers how many pledges forgot."""
    rows = Pledge.objects.filter(signature__in=signatures)
    return rows.update(phone_index="", track_index="")


@transaction.atomic
def place(*, pledge: Pledge, unit: Organisation | None, community: str, by: Actor, at: datetime) -> Pledge:
    """The signer counts in another unit or community; nothing is signed anew."""
    insist(rules.refusal_to_end(pledge.life, at=at))
    change(pledge, unit=unit, area_path=community or pledge.campaign.area_path)
    record(E.PLACED, pledge, by=by, at=at, unit=unit.name if unit else "")
    return pledge
