"""Pledges, and the sheets of paper on which some were signed."""

from django.db import models
from django.db.models import Q

from sanshe.core.parties.models import Organisation
from sanshe.core.privacy.fields import BlindIndex
from sanshe.core.rows.models import Row
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.models import Signature
from sanshe.core.tracking import rules as tracking
from sanshe.pledges.enums import Ground, PledgeState
from sanshe.pledges.models.campaign import Campaign, PledgeText
from sanshe.pledges.models.session import Session
from sanshe.pledges.types import Life


class PaperSheet(Row):
    """A sheet that was signed before a witness 签名页, with its scan: all its rows were entered at once."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="sheets")
    text = models.ForeignKey(PledgeText, models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, models.PROTECT, null=True, related_name="sheets")
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField()
    scan = models.CharField(max_length=64)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(scan=""), name="no_sheet_without_its_scan")]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.signed_on}"


class Pledge(Row):
    """A pledge 承诺 with the signature it rests on. It names a community (or the campaign's place) and perhaps a unit.

    `phone_index` is that of its signer while it stands: one telephone, one pledge of a campaign.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="pledges")
    text = models.ForeignKey(PledgeText, models.PROTECT, related_name="pledges")
    signature = models.OneToOneField(Signature, models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, models.PROTECT, null=True, related_name="pledges")
    sheet = models.ForeignKey(PaperSheet, models.PROTECT, null=True, related_name="pledges")
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    grade = models.CharField(max_length=10, choices=[(g, g) for g in Grade])
    state = models.CharField(max_length=9, choices=[(s, s) for s in PledgeState], default=PledgeState.STANDS)
    number = models.CharField(max_length=20)
    phone_index = models.CharField(max_length=64, blank=True)
    track_index = BlindIndex(source="tracking_key")
    signed_at = models.DateTimeField()
    effective_at = models.DateTimeField()
    ends_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    ground = models.CharField(max_length=14, choices=[(g, g) for g in Ground], blank=True)
    renews = models.OneToOneField("self", models.PROTECT, null=True, related_name="renewed_by")

    class Meta:
        indexes = [models.Index(fields=["campaign", "state", "effective_at"], name="pledges_in_force")]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_pledge_a_number"),
            models.UniqueConstraint(
                fields=["campaign", "phone_index"],
                condition=Q(state=PledgeState.STANDS) & ~Q(phone_index=""),
                name="one_standing_pledge_a_telephone",
            ),
            models.CheckConstraint(
                condition=Q(state=PledgeState.STANDS, ended_at__isnull=True)
                | ~Q(state__in=[PledgeState.STANDS, PledgeState.VOID]) & Q(ended_at__isnull=False)
                | Q(state=PledgeState.VOID, ended_at__isnull=False) & ~Q(ground=""),
                name="a_pledge_that_ended_says_when_and_a_void_one_why",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def tracking_key(self) -> str:
        """By what its signer finds it; empty where there is no telephone."""
        return tracking.key(self.number, self.signature.phone) if self.signature.phone else ""

    @property
    def life(self) -> Life:
        return Life(PledgeState(self.state), self.effective_at, self.ends_on, self.ended_at)
