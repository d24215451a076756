"""The panel 评审小组: members, declarations, relations, the draw, and each applicant's turn on the day."""

from django.db import models
from django.db.models import Q

from sanshe.core.kit import same
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.models import Row, Versioned
from sanshe.incubation.enums.panel.panel import RelationDecision, RelationKind, RelationSource, Side, SlotState


class Panel(Row):
    """One panel a batch. Locked: members, recusals and order stand; `started_at` opens the session.

    `ticks` grows with every act and every seal, for the big screen; `turns` only with what is called on stage, for the
    members' phones: who is recused cannot count seals by it.
    """

    batch = models.OneToOneField("incubation.Batch", models.PROTECT, related_name="panel")
    locked_at = models.DateTimeField(null=True)
    locked_by = models.UUIDField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ticks = models.PositiveIntegerField(default=0)
    turns = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.batch_id)


class Panelist(Versioned):
    """One member. `person` is the user's id; `letter` stands for the name wherever leniency is shown. Who leaves while
    the session goes on left after the turn `left_after`, once a second person agreed (`left_at`)."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="members")
    person = models.UUIDField()
    name = models.CharField(max_length=20)
    title = models.CharField(max_length=60, blank=True)
    side = models.CharField(max_length=12, choices=[(s, s) for s in Side])
    is_chair = models.BooleanField(default=False)
    letter = models.CharField(max_length=1, blank=True)
    employer = models.CharField(max_length=60, blank=True)
    phone = EncryptedText(max_length=20, blank=True)
    phone_index = BlindIndex(source="phone", normalise=same.phone)
    declared_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)
    left_after = models.PositiveSmallIntegerField(null=True)
    left_why = models.CharField(max_length=200, blank=True)
    left_noted_by = models.UUIDField(null=True)
    left_at = models.DateTimeField(null=True)
    left_agreed_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(left_at__isnull=True)
                | Q(left_after__isnull=False, left_noted_by__isnull=False, left_agreed_by__isnull=False)
                & ~Q(left_why="")
                & ~Q(left_noted_by=models.F("left_agreed_by")),
                name="a_leaving_has_a_reason_and_two_people",
            ),
            models.UniqueConstraint(
                fields=["panel", "person"], condition=Q(dismissed_at__isnull=True), name="a_person_sits_once_on_a_panel"
            ),
            models.UniqueConstraint(
                fields=["panel"], condition=Q(is_chair=True, dismissed_at__isnull=True), name="one_chair_per_panel"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_gone(self, turn: int) -> bool:
        """Whether they had left when this turn came."""
        return self.left_at is not None and self.left_after is not None and turn > self.left_after


class Relation(Row):
    """What ties a member to an applicant, declared or detected, and what two people decided about it."""

    panelist = models.ForeignKey(Panelist, models.PROTECT, related_name="relations")
    application = models.ForeignKey("incubation.Application", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=[(k, k) for k in RelationKind])
    source = models.CharField(max_length=10, choices=[(s, s) for s in RelationSource])
    said = models.CharField(max_length=300, blank=True)
    is_answered = models.BooleanField(default=False)
    decision = models.CharField(
        max_length=12, choices=[(d, d) for d in RelationDecision], default=RelationDecision.OPEN
    )
    proposed = models.CharField(max_length=12, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    first_by = models.UUIDField(null=True)
    first_at = models.DateTimeField(null=True)
    second_by = models.UUIDField(null=True)
    second_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["panelist", "application", "kind"], name="one_relation_per_kind"),
            models.CheckConstraint(
                condition=Q(decision=RelationDecision.OPEN)
                | Q(first_by__isnull=False, second_by__isnull=False) & ~Q(first_by=models.F("second_by")),
                name="a_recusal_is_decided_by_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decision}"


class Draw(Versioned):
    """The lot. `seals` {side: fingerprint} first, then `numbers` {side: [number, word]}, seed and order at once."""

    panel = models.OneToOneField(Panel, models.PROTECT, related_name="draw")
    seals = models.JSONField(default=dict)
    numbers = models.JSONField(default=dict)
    seed = models.CharField(max_length=64, blank=True)
    order = models.JSONField(default=list)
    drawn_at = models.DateTimeField(null=True)
    drawn_by = models.UUIDField(null=True)

    def __str__(self) -> str:
        return self.seed[:8]


class Slot(Row):
    """路演场次: one applicant's turn. `place` is the drawn number and never changes; `turn` says when it comes."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="slots")
    application = models.OneToOneField("incubation.Application", models.PROTECT, related_name="slot")
    place = models.PositiveSmallIntegerField()
    turn = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=[(s, s) for s in SlotState], default=SlotState.WAITING)
    calls = models.PositiveSmallIntegerField(default=0)
    was_moved = models.BooleanField(default=False)
    called_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    phase = models.CharField(max_length=12, blank=True)
    phase_at = models.DateTimeField(null=True)
    added = models.PositiveSmallIntegerField(default=0)
    paused_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    questions = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["panel", "place"], name="one_applicant_per_drawn_number"),
            models.UniqueConstraint(fields=["panel", "turn"], name="one_applicant_per_turn"),
            models.UniqueConstraint(
                fields=["panel"],
                condition=Q(state__in=[SlotState.CALLED, SlotState.PRESENTING]),
                name="one_applicant_on_stage",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}"
