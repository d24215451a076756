"""Units at work on an appeal."""

from django.db import models
from django.db.models import Q

from sanshe.appeals.enums import LegState
from sanshe.appeals.models.appeal import Appeal
from sanshe.core.parties.models import Organisation
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Row

OPEN = (LegState.SENT, LegState.SIGNED, LegState.DISPUTED)


class Leg(Row):
    """A unit's part 派单: it leads or helps. A unit with people here has `unit_path`; for one without, who leads or the
    place records what it does. `handler` is who signed it."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="legs")
    is_lead = models.BooleanField()
    unit_name = models.CharField(max_length=60)
    unit_path = models.CharField(max_length=15, blank=True, db_index=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(s, s) for s in LegState], default=LegState.SENT)
    sent_at = models.DateTimeField()
    sent_by = models.UUIDField(null=True)
    signed_at = models.DateTimeField(null=True)
    handler = models.UUIDField(null=True)
    begun_by = models.UUIDField(null=True)
    disputed_at = models.DateTimeField(null=True)
    dispute = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decision = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)
    done = EncryptedText(max_length=500, blank=True)

    class Meta:
        ordering = ["sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(is_lead=True, state__in=OPEN), name="one_unit_leads_an_appeal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.unit_name}"
