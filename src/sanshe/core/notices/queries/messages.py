"""One's own messages."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.notices.enums import Channel
from sanshe.core.notices.models import Message, MessageRead
from sanshe.core.notices.types import Template

TEMPLATES: Registry[Template] = Registry("message template")
NEWEST = ("-made_at", "-id")


def inbox_of(actor: Actor) -> QuerySet[Message]:
    """What was sent to this person, or to an organisation for which they act."""
    if actor.id is None:
        return Message.objects.none()
    mine = Q(user=actor.key)
    organisations = [grant.organisation for grant in actor.grants if grant.organisation]
    if organisations:
        mine |= Q(organisation__in=organisations)
    return Message.objects.filter(mine, channel=Channel.INBOX)


def my_messages(actor: Actor, after: str | None = None, before: str | None = None, size: int = 30) -> Page:
    """One page of the inbox, newest first; each row says by `is_read` whether this person read it."""
    mark = MessageRead.objects.filter(message=OuterRef("pk"), user=actor.key)
    rows = inbox_of(actor).annotate(is_read=Exists(mark))
    return keyset(rows, NEWEST, "notices.inbox", after=after, before=before, size=size)


def message_of(actor: Actor, message_id: UUID) -> Message | None:
    """One message, when it is this person's."""
    return inbox_of(actor).filter(pk=message_id).first()


def unread(actor: Actor) -> int:
    """How many messages wait to be read."""
    return unread_of(actor).count()


def unread_of(actor: Actor) -> QuerySet[Message]:
    """The messages that wait to be read."""
    return inbox_of(actor).exclude(reads__user=actor.key)


def text_messages(after: str | None = None, before: str | None = None, size: int = 30) -> Page:
    """Text messages of a demo, newest first."""
    rows = Message.objects.filter(channel=Channel.SMS)
    return keyset(rows, NEWEST, "notices.sms", after=after, before=before, size=size)
