"""Lists of who is to be named, and decisions that name."""

from django.db import models
from django.db.models import Q

from sanshe.core.notices.models import PublicNotice
from sanshe.core.rows.models import Row
from sanshe.creation.enums import AwardState, ListState
from sanshe.creation.models.scheme import Scheme


class Proposal(Row):
    """A list of who is to be named 拟命名名单: drafted by one, approved by another, on notice for five working days."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=[(s, s) for s in ListState], default=ListState.DRAFT)
    notice = models.ForeignKey(PublicNotice, models.PROTECT, null=True, related_name="+")
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)
    approved_by = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "number"], name="one_proposal_a_number")]

    def __str__(self) -> str:
        return str(self.number)


class Award(Row):
    """A decision to name, or to renew 命名决定: drafted by one, approved by another. Its terms begin on one day."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="awards")
    starts_on = models.DateField()
    renews = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=[(s, s) for s in AwardState], default=AwardState.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=AwardState.APPROVED) | Q(approved_at__isnull=False),
                name="an_approved_award_says_when",
            )
        ]

    def __str__(self) -> str:
        return str(self.starts_on)
