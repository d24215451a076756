"""Visits: what was noted at doors, append only."""

from django.db import models
from django.db.models import Q

from sanshe.core.areas.models import Premises
from sanshe.core.rows.models import Placed
from sanshe.core.sheets.models import BlankVersion
from sanshe.patrol.enums import Missing, Outcome, Purpose, Result
from sanshe.patrol.models.round import Stop


class Visit(Placed):
    """One visit 排查记录 to a door, never changed: noted wrongly, another one corrects it and both stay.

    `noted_at` is what the device said, `went_at` that with the offset (ms) it had learnt of its clock: it orders and
    is shown; what is judged by a clock is judged by `received_at`. (`device`, `seq`) are of who
    noted it, `digest` tells whether the same id came with other content. `photos` are fingerprints of pictures that
    were promised; what came hangs on the visit. `is_late`: it came when the round was over, and counts beside it.
    """

    purpose = models.CharField(max_length=8, choices=[(p, p) for p in Purpose], default=Purpose.ROUND)
    stop = models.ForeignKey(Stop, models.PROTECT, null=True, related_name="visits_made")
    finding = models.ForeignKey("patrol.Finding", models.PROTECT, null=True, related_name="visits")
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+")
    worker = models.UUIDField(null=True)
    noted_at = models.DateTimeField()
    went_at = models.DateTimeField()
    received_at = models.DateTimeField()
    offset = models.BigIntegerField(default=0)
    device = models.CharField(max_length=40, blank=True)
    seq = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in Outcome])
    result = models.CharField(max_length=10, choices=[(r, r) for r in Result], blank=True)
    kg = models.PositiveIntegerField(null=True)
    is_kg_unknown = models.BooleanField(default=False)
    reason = models.CharField(max_length=10, choices=[(m, m) for m in Missing], blank=True)
    words = models.CharField(max_length=200, blank=True)
    has_slip = models.BooleanField(default=False)
    form = models.ForeignKey(BlankVersion, models.PROTECT, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    second_words = models.CharField(max_length=200, blank=True)
    photos = models.JSONField(default=list)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    why = models.CharField(max_length=200, blank=True)
    is_late = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose=Purpose.ROUND, stop__isnull=False)
                | Q(purpose=Purpose.RECHECK, stop=None, finding__isnull=False),
                name="a_visit_is_of_a_round_or_rechecks_a_finding",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.CHECKED) & ~Q(result="") | ~Q(outcome=Outcome.CHECKED) & Q(result=""),
                name="what_was_seen_is_said_of_a_checked_door_only",
            ),
            models.CheckConstraint(condition=Q(kg=None) | Q(kg__gt=0), name="no_weight_of_nothing"),
        ]
        indexes = [
            models.Index(fields=["premises", "went_at"], name="visits_of_premises"),
            models.Index(fields=["worker", "went_at"], name="visits_of_a_worker"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.result}".strip()
