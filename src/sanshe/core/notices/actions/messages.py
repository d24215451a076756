"""Messages: written with the act that causes them, delivered by a job, each once."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from sanshe.core.jobs.actions import enqueue
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.notices import adapters
from sanshe.core.notices.enums import Channel, MessageState, R
from sanshe.core.notices.models import Message, MessageRead
from sanshe.core.notices.queries import TEMPLATES, inbox_of
from sanshe.core.notices.types import Recipient

BLANK = re.compile(r"\{([^{}\n]{1,60})\}")


@transaction.atomic
def send(
    *, template: str, to: Recipient, values: Mapping[str, Any], by: Actor, at: datetime, key: str, url: str = ""
) -> Message:
    """Send a message in the caller's transaction: into an inbox, to a phone, and where mail is set up to a mailbox.

    The same key sends once. Answers the inbox's message, or the text message when there is only a phone.
    """
    if template not in TEMPLATES:
        raise Refused(R.UNKNOWN_TEMPLATE, template=template)
    words = TEMPLATES[template]
    filled = {"template": template, "title": _fill(words.title, values)[:200], "text": _fill(words.text, values)}
    sent = []
    if to.user_id or to.organisation_id:
        owner = {"user": to.user_id, "organisation": to.organisation_id}
        sent.append(_queue(Channel.INBOX, key, at, url=url, **owner, **filled))
    if to.phone and words.sms:
        sent.append(_queue(Channel.SMS, key, at, phone=to.phone, user=to.user_id, **filled))
    if not sent:
        raise Refused(R.NOBODY)
    if to.mail and adapters.has_mail():
        _queue(Channel.MAIL, key, at, mail=to.mail, **filled)
    return sent[0]


def _fill(text: Any, values: Mapping[str, Any]) -> str:
    def put(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise Refused(R.EMPTY_BLANK, blank=found[1])
        return str(values[found[1]])

    return BLANK.sub(put, str(text))


def _queue(channel: Channel, key: str, at: datetime, **fields: Any) -> Message:
    full = f"{channel}:{key}"
    row = Message(channel=channel, key=full, made_at=at, **fields)
    Message.objects.bulk_create([row], ignore_conflicts=True)
    kept = Message.objects.get(key=full)
    if kept.pk == row.pk:
        enqueue(code="notices.deliver", payload={"message": str(kept.pk)}, at=at, key=f"notices.deliver:{kept.pk}")
    return kept


def deliver(*, message_id: str, at: datetime) -> bool:
    """Hand one message over, outside any transaction: a gateway that is slow holds nobody up. Its job alone does it;
    where that dies between the two, the gateway is told the same key again."""
    waiting = Message.objects.filter(pk=message_id, state=MessageState.QUEUED)
    if (row := waiting.first()) is None:
        return False
    try:
        _hand_over(row)
    except adapters.NoGateway:
        return _failed(waiting, "no gateway")
    except adapters.NotTaken as fault:
        return _failed(waiting, f"not taken: {fault}")
    return waiting.update(state=MessageState.SENT, sent_at=at) == 1


def _failed(waiting: QuerySet[Message], why: str) -> bool:
    waiting.update(state=MessageState.FAILED, fault=why[:200])
    return False


def _hand_over(row: Message) -> None:
    if row.channel == Channel.SMS:
        adapters.send_sms(row.phone, row.text, str(row.pk))
    elif row.channel == Channel.MAIL:
        adapters.send_mail(row.mail, row.title, row.text)


@transaction.atomic
def read(*, message: Message, by: Actor, at: datetime) -> None:
    """Mark a message as read by this person."""
    assert by.id is not None
    MessageRead.objects.bulk_create([MessageRead(message=message, user=by.id, at=at)], ignore_conflicts=True)


@transaction.atomic
def read_all(*, by: Actor, at: datetime) -> int:
    """Mark everything in one's inbox as read; returns how many were not."""
    assert by.id is not None
    rows = list(inbox_of(by).exclude(reads__user=by.id))
    MessageRead.objects.bulk_create(
        [MessageRead(message=row, user=by.id, at=at) for row in rows], ignore_conflicts=True, batch_size=500
    )
    return len(rows)


def move_inbox(*, organisation: UUID, into: UUID) -> int:
    """Two organisations became one: who acts for it reads the letters of both."""
    return Message.objects.filter(organisation=organisation).update(organisation=into)
