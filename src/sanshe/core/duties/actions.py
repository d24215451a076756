"""Nothing due is forgotten: each reminder is one message for life, whoever runs and however often."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from uuid import UUID

from django.conf import settings

from sanshe.core.accounts import queries as accounts
from sanshe.core.duties import queries, rules
from sanshe.core.duties.enums import Owner, Step
from sanshe.core.duties.phrases import LETTERS
from sanshe.core.duties.types import Duty
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices import actions as notices
from sanshe.core.notices.types import Recipient
from sanshe.core.parties import queries as parties


def remind(*, at: datetime) -> int:
    """Send what is due to be said; each message in a transaction of its own, so that a run that is cut off goes on
    where it stopped. Returns how many duties stood at a step."""
    n, holders = 0, cache(lambda code, path: _holders(code, path, at))
    for duty in queries.reminded(at):
        step = rules.step_at(duty.due, at) if duty.due else None
        if step is None:
            continue
        for to, name in holders(duty.source.codes[0], duty.line.place) if _is_held(duty) else _owner(duty):
            _send(duty, step, to, name, at)
        n += 1
    return n


def _is_held(duty: Duty) -> bool:
    return duty.source.owner == Owner.HOLDER


def _send(duty: Duty, step: Step, to: Recipient, name: str, at: datetime) -> None:
    assert duty.due is not None
    hour = 24 if duty.due.hour is None else duty.due.hour
    values = {"what": duty.title, "detail": duty.detail, "day": shanghai.short(duty.due.day), "hour": hour}
    key = rules.key_of(duty=duty.key, due=duty.due, step=step, to=name)
    notices.send(template=LETTERS[step], to=to, values=values, by=SYSTEM, at=at, key=key, url=duty.url)


def _holders(code: str, path: str, at: datetime) -> list[tuple[Recipient, str]]:
    """Each who holds the permission there; the office's mailbox hears it once, beside the first of them."""
    users = accounts.holders(code, path, at)
    told = [(Recipient(user_id=user.pk, phone=user.phone or ""), user.pk.hex) for user in users]
    return [
        (replace(to, mail=settings.MAIL_OFFICE), name) if i == 0 else (to, name) for i, (to, name) in enumerate(told)
    ]


def _owner(duty: Duty) -> Iterator[tuple[Recipient, str]]:
    """The organisation with its contact's phone, or the person."""
    owner = UUID(duty.line.owner)
    if duty.source.owner == Owner.ORGANISATION:
        found = parties.by_id(owner)
        phone = (found.contact_phone or found.head_phone) if found else ""
        yield Recipient(organisation_id=owner, phone=phone or ""), owner.hex
    elif user := accounts.user(owner):
        yield Recipient(user_id=user.pk, phone=user.phone or ""), user.pk.hex
