"""Agreements with their signatures."""

from django.db import models
from django.db.models import Q

from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.agreement.agreement import AgreementState, SignatureSide, SignatureWay


class Agreement(Row):
    """孵化协议: number by serial, never by rank. `content` is the document tree as filled."""

    number = models.CharField(max_length=40, unique=True)
    place = models.ForeignKey("incubation.Place", models.PROTECT, related_name="agreements")
    state = models.CharField(max_length=14, choices=[(s, s) for s in AgreementState], default=AgreementState.PREPARED)
    version_no = models.PositiveSmallIntegerField(default=1)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64)
    promised = models.JSONField(default=dict)
    term_from = models.DateField(null=True)
    term_to = models.DateField(null=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.UUIDField(null=True)
    signed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    archived_at = models.DateTimeField(null=True)
    archived_by = models.UUIDField(null=True)
    archive_box = models.CharField(max_length=20, blank=True)
    archive_scan = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(archived_at__isnull=True)
                | Q(state=AgreementState.SIGNED) & (~Q(archive_box="") | Q(archive_scan__isnull=False)),
                name="an_archived_agreement_is_signed_and_lies_somewhere",
            ),
            models.UniqueConstraint(
                fields=["place"],
                condition=~Q(state__in=[AgreementState.REPLACED, AgreementState.LAPSED]),
                name="one_standing_agreement_per_place",
            ),
            models.CheckConstraint(
                condition=~Q(state=AgreementState.SIGNED)
                | Q(signed_at__isnull=False, term_from__isnull=False, term_to__isnull=False),
                name="a_signed_agreement_has_its_term",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Signature(Keyed):
    """One side's signing, with a scan or before two witnesses. `signers` are named only by their roles."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=12, choices=[(s, s) for s in SignatureSide])
    way = models.CharField(max_length=10, choices=[(w, w) for w in SignatureWay])
    signer = EncryptedText(max_length=300)
    witnesses = models.JSONField(default=list)
    subdistrict_witness = models.CharField(max_length=60, blank=True)
    founders_signed = models.PositiveSmallIntegerField(default=0)
    scan = models.UUIDField(null=True)
    signed_on = models.DateField()
    recorded_by = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "side"], name="each_side_signs_once")]

    def __str__(self) -> str:
        return self.side
