"""Leaving incubation: the notice and the hand-over."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.end.exit import ExitKind, ExitState


class Exit(Row):
    """退出, with its 退驻通知书. The entry has left when everything was handed over."""

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="exits")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in ExitKind])
    state = models.CharField(max_length=10, choices=[(s, s) for s in ExitState], default=ExitState.PROPOSED)
    reason = models.CharField(max_length=600)
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField(null=True)
    number = models.CharField(max_length=40, null=True, unique=True)
    noticed_at = models.DateTimeField(null=True)
    noticed_by = models.UUIDField(null=True)
    due_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=~Q(state=ExitState.WITHDRAWN), name="an_entry_leaves_once"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ExitState.NOTICED, ExitState.CLOSED])
                | Q(number__isnull=False, due_on__isnull=False, noticed_by__isnull=False)
                & (Q(proposed_by__isnull=True) | ~Q(noticed_by=F("proposed_by"))),
                name="a_leaving_notice_is_approved_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.kind


class HandOver(Keyed):
    """One line of the hand-over: room, keys, things, papers, money."""

    exit = models.ForeignKey(Exit, models.PROTECT, related_name="lines")
    no = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=20)
    item = models.CharField(max_length=120)
    note = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["exit", "no"], name="one_hand_over_line_per_number")]

    def __str__(self) -> str:
        return self.item
