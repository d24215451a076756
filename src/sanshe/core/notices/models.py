"""Public notices and messages."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.notices.enums import Channel, DayKind, MessageState, State
from sanshe.core.notices.rules import doc_of
from sanshe.core.papers.types import Doc
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Keyed, Row


class PublicNotice(Row):
    """One version of one notice. A correction is a new row that names the old; nothing published is ever changed."""

    KIND = "notices.notice"

    serial = models.CharField(max_length=40, null=True, unique=True)
    series = models.CharField(max_length=60)
    office = models.CharField(max_length=40)
    year = models.PositiveIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60, default="")
    subject = models.UUIDField(null=True)
    title = models.CharField(max_length=200)
    tree = models.JSONField()
    names = models.JSONField(default=list)
    figures = models.JSONField(default=list)
    contact = models.JSONField(default=dict)
    count = models.PositiveIntegerField(default=0)
    window_from = models.DateField(null=True)
    window_to = models.DateField(null=True)
    window_days = models.PositiveIntegerField(default=0)
    day_kind = models.CharField(max_length=10, default=DayKind.WORKDAYS, choices=[(k, k) for k in DayKind])
    days = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=State.DRAFT, choices=[(s, s) for s in State])
    version_no = models.PositiveIntegerField(default=1)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    list_hash = models.CharField(max_length=64, default="")
    text_hash = models.CharField(max_length=64, default="")
    audit_root = models.CharField(max_length=64, default="")
    audit_seal = models.PositiveIntegerField(default=0)
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approved_by_name = models.CharField(max_length=80, default="")
    published_at = models.DateTimeField(null=True)
    published_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, default="")

    class Meta:
        indexes = [
            models.Index(fields=["state", "-published_at", "-id"], name="notices_in_public"),
            models.Index(fields=["subject_kind", "subject"], name="notices_of_a_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="one_notice_a_number"),
            models.UniqueConstraint(
                fields=["corrects"], condition=~Q(state=State.WITHDRAWN), name="one_correction_of_a_notice"
            ),
            models.CheckConstraint(condition=Q(window_to__gte=F("window_from")), name="a_window_does_not_end_before"),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.WITHDRAWN]) | Q(approved_at__isnull=False),
                name="no_notice_without_approval",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.PUBLISHED, State.CLOSED])
                | Q(published_at__isnull=False, serial__isnull=False),
                name="what_is_public_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.serial or self.title

    @property
    def doc(self) -> Doc:
        """The text as a tree."""
        return doc_of(self.tree, self.number_line)

    @property
    def number_line(self) -> str:
        return f"{self.office}〔{self.year}〕{self.number} 号" if self.number else ""


class Message(Keyed):
    """One message to one recipient by one channel. `key` makes the same message sent twice one message."""

    key = models.CharField(max_length=200, unique=True)
    template = models.CharField(max_length=100)
    channel = models.CharField(max_length=10, choices=[(c, c) for c in Channel])
    user = models.UUIDField(null=True)
    organisation = models.UUIDField(null=True)
    phone = EncryptedText(default="")
    mail = EncryptedText(default="")
    title = models.CharField(max_length=200)
    text = EncryptedText()
    url = models.CharField(max_length=300, default="")
    state = models.CharField(max_length=10, default=MessageState.QUEUED, choices=[(s, s) for s in MessageState])
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, default="")

    class Meta:
        indexes = [
            models.Index(fields=["user", "-made_at", "-id"], name="messages_of_a_person"),
            models.Index(fields=["organisation", "-made_at", "-id"], name="messages_of_an_organisation"),
            models.Index(fields=["channel", "-made_at", "-id"], name="messages_by_channel"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False)
                | Q(organisation__isnull=False)
                | Q(channel__in=[Channel.SMS, Channel.MAIL]),
                name="a_message_has_a_recipient",
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.title}"


class MessageRead(models.Model):
    """Somebody of an organisation read its message: each has a mark of their own."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reads")
    user = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "user"], name="read_once_by_a_person")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.user}"
