"""Nothing due is forgotten: each reminder is one message for life, whoever runs and however often."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings

from sanshe.core.accounts import queries as accounts
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices import actions as notices
from sanshe.core.notices.types import Recipient
from sanshe.core.parties import queries as parties
from sanshe.incubation.enums.reminder import Step
from sanshe.incubation.phrases.reminders import LETTERS, OTHER, OWED
from sanshe.incubation.queries.obligations import owed
from sanshe.incubation.rules import reminders as rules
from sanshe.incubation.types.obligation import Obligation


def remind(*, at: datetime.datetime) -> int:
    """Send what is due to be said; each message in a transaction of its own, so that a run that is cut off goes on
    where it stopped. Returns how many reminders stood at a step."""
    n = 0
    for one in tuple(owed(at)):
        step = rules.step_at(one.due, at)
        if step is not None:
            _send(one, step, at)
            n += 1
    return n


def _send(one: Obligation, step: Step, at: datetime.datetime) -> None:
    hour = 24 if one.due.hour is None else one.due.hour
    day = shanghai.short(one.due.day)
    values = {"what": OWED.get(one.kind, OTHER)[0], "detail": one.detail, "day": day, "hour": hour}
    for to, name in _recipients(one, at):
        key = rules.key_of(obligation=one.key, due=one.due, step=step, to=name)
        notices.send(template=LETTERS[step], to=to, values=values, by=SYSTEM, at=at, key=key, url=one.url)


def _recipients(one: Obligation, at: datetime.datetime) -> Iterable[tuple[Recipient, str]]:
    """The organisation and its contact's phone, or each who holds the permission there."""
    if one.organisation is None:
        users = accounts.holders(one.needs, one.area_path, at)
        told = [(Recipient(user_id=user.pk, phone=user.phone or ""), user.pk.hex) for user in users]
        return _with_mail(told)
    found = parties.by_id(one.organisation)
    phone = (found.contact_phone or found.head_phone) if found else ""
    return [(Recipient(organisation_id=one.organisation, phone=phone or ""), one.organisation.hex)]


def _with_mail(told: list[tuple[Recipient, str]]) -> list[tuple[Recipient, str]]:
    """The office's mailbox hears it once, beside the first of those who hold the permission."""
    return [
        (replace(to, mail=settings.MAIL_OFFICE), name) if i == 0 else (to, name) for i, (to, name) in enumerate(told)
    ]
