"""督导: one talk with one organisation, what was agreed, and what is to be looked at again by a day."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.kit.hours import hours
from sanshe.core.rows.models import Recorded
from sanshe.incubation.enums.stay.supervision import Function


class Supervision(Recorded):
    """Hours are kept in quarters. A record is never rewritten; its follow-up is closed once, and one
    entered wrongly is struck."""

    SAID = ("held_on", "quarters", "function", "agreed", "follow_up", "follow_up_on")

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="supervisions")
    held_on = models.DateField()
    quarters = models.PositiveSmallIntegerField()
    function = models.CharField(max_length=16, choices=[(f, f) for f in Function])
    agreed = models.CharField(max_length=500)
    follow_up = models.CharField(max_length=200, blank=True)
    follow_up_on = models.DateField(null=True)
    followed_at = models.DateTimeField(null=True)
    followed_by = models.UUIDField(null=True)
    followed_words = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["entry", "held_on"], name="supervision_by_entry_and_day")]
        constraints = [
            Recorded.constraint("a_supervision_struck_says_why"),
            models.CheckConstraint(condition=Q(quarters__gte=1, quarters__lte=32), name="a_supervision_lasts_a_while"),
            models.CheckConstraint(
                condition=Q(follow_up="", follow_up_on__isnull=True)
                | ~Q(follow_up="") & Q(follow_up_on__gte=F("held_on")),
                name="a_follow_up_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(followed_at__isnull=True) | Q(follow_up_on__isnull=False),
                name="only_a_follow_up_is_followed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on} {self.function}"

    @property
    def hours(self) -> str:
        return hours(self.quarters)
