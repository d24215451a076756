"""After the decision: objections, agreements with their signatures, and the register of who entered."""

from django.db import models
from django.db.models import Q

from sanshe.core.kit import ids
from sanshe.core.privacy.fields import EncryptedText
from sanshe.incubation.enums.agreement import AgreementState, SignatureSide, SignatureWay
from sanshe.incubation.enums.objection import ObjectionOutcome, ObjectionState, PointVerdict
from sanshe.incubation.enums.register import EntryState


class Objection(models.Model):
    """异议: raised against one place of a notice. Who raised it is known to its handlers only."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    number = models.CharField(max_length=16, unique=True)
    place = models.ForeignKey("incubation.Place", models.PROTECT, related_name="objections")
    area_path = models.CharField(max_length=15, db_index=True)
    notice = models.UUIDField(null=True)
    state = models.CharField(max_length=14, choices=[(s, s) for s in ObjectionState], default=ObjectionState.RECEIVED)
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in ObjectionOutcome], blank=True)
    fact = models.CharField(max_length=1000)
    name = EncryptedText(max_length=60)
    phone = EncryptedText(max_length=30)
    token_hash = models.CharField(max_length=64, blank=True)
    raised_at = models.DateTimeField()
    raised_by = models.UUIDField(null=True)
    accepted_at = models.DateTimeField(null=True)
    answer_due_on = models.DateField(null=True)
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    review_due_on = models.DateField(null=True)
    review_reason = models.CharField(max_length=1000, blank=True)
    review_asked_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    handler = models.UUIDField(null=True)
    co_handler = models.UUIDField(null=True)
    reviewer = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["place", "state"], name="objections_of_place")]

    def __str__(self) -> str:
        return self.number


class Point(models.Model):
    """One disputed fact of an objection, judged on its own."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    objection = models.ForeignKey(Objection, models.PROTECT, related_name="points")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    verdict = models.CharField(max_length=8, choices=[(v, v) for v in PointVerdict], default=PointVerdict.OPEN)
    found = models.CharField(max_length=600, blank=True)
    judged_by = models.UUIDField(null=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["objection", "no"], name="one_point_per_number")]

    def __str__(self) -> str:
        return self.text


class ObjectionNote(models.Model):
    """What happened in the handling: told, heard, originals seen, a contact."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    objection = models.ForeignKey(Objection, models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=40)
    text = models.CharField(max_length=1000)
    noted_by = models.UUIDField(null=True)
    noted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.kind


class Agreement(models.Model):
    """孵化协议: number by serial, never by rank. `content` is the document tree as filled."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    number = models.CharField(max_length=40, unique=True)
    place = models.ForeignKey("incubation.Place", models.PROTECT, related_name="agreements")
    area_path = models.CharField(max_length=15, db_index=True)
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
    version = models.PositiveIntegerField(default=1)

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


class Signature(models.Model):
    """One side's signing, with a scan or before two witnesses. `signers` are named only by their roles."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
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


class Entry(models.Model):
    """孵化登记: an organisation in incubation, from its agreement (none for batches before this system)."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="entries")
    agreement = models.OneToOneField(Agreement, models.PROTECT, related_name="entry", null=True)
    area_path = models.CharField(max_length=15, db_index=True)
    state = models.CharField(max_length=14, choices=[(s, s) for s in EntryState], default=EntryState.IN_INCUBATION)
    entered_on = models.DateField()
    term_to = models.DateField()
    left_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(state=EntryState.IN_INCUBATION),
                name="an_organisation_is_in_incubation_once_at_a_time",
            ),
            models.UniqueConstraint(fields=["organisation", "batch"], name="one_entry_per_organisation_and_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.state}"
