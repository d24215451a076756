"""A year after it went out a message is only its title: what it said, and to which number, is destroyed."""

from datetime import datetime, timedelta

from django.db import transaction

from sanshe.core.audit.actions import record
from sanshe.core.audit.enums import E
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices.enums import MessageState
from sanshe.core.notices.models import Message
from sanshe.core.privacy.queries import raw

KEPT = timedelta(days=365)
FIELDS = ("phone", "mail", "text")


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Clear what is older than a year; returns how many messages. The rows stay, so that none is sent again."""
    old = raw(Message, Message._meta.get_field("text")).filter(made_at__lt=at - KEPT)
    found = old.exclude(state=MessageState.QUEUED).values_list("pk", flat=True)
    cleared = Message.objects.filter(pk__in=list(found)).update(**dict.fromkeys(FIELDS, ""))
    if cleared:
        record(event=E.PURGED, kind="notices.message", subject="", by=SYSTEM, at=at, new={"rows": cleared})
    return cleared
