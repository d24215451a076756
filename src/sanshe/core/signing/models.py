"""Texts as they were shown, chains, signatures."""

from django.db import models
from django.db.models import Q

from sanshe.core.kit import same
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.models import Keyed, Placed, Row
from sanshe.core.signing.enums import Grade


class ShownText(Keyed):
    """The exact bytes that a signer was shown 所示文本, kept once under their SHA-256; destroyed, the digests stay."""

    sha256 = models.CharField(max_length=64, unique=True)
    sm3 = models.CharField(max_length=64)
    content = EncryptedText(blank=True)
    kept_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.sha256[:12]


class Chain(Row):
    """The signatures of one matter in the order in which they came 签名链: how many, and the digest of the last."""

    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject"], name="one_chain_a_matter")]

    def __str__(self) -> str:
        return f"{self.kind} {self.length}"


class Signature(Placed):
    """Who signed which text, how and when 签名. Never edited: what follows from it is the matter of its app.

    Name, telephone and witness go when `keep_until` is over; the digests stay, and the chain still holds.
    """

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="signatures")
    number = models.PositiveIntegerField()
    grade = models.CharField(max_length=10, choices=[(g, g) for g in Grade])
    text = models.ForeignKey(ShownText, models.PROTECT, related_name="signatures")
    variant = models.CharField(max_length=20, blank=True)
    name = EncryptedText(max_length=20, blank=True)
    name_index = BlindIndex(source="name", normalise=same.name)
    phone = EncryptedText(max_length=20, blank=True)
    phone_index = BlindIndex(source="phone", normalise=same.phone)
    salt = EncryptedText(max_length=64, blank=True)
    signer = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    received_at = models.DateTimeField()
    code = models.UUIDField(null=True, unique=True)
    device = models.CharField(max_length=64, blank=True, db_index=True)
    witness = EncryptedText(max_length=20, blank=True)
    paper = models.CharField(max_length=64, blank=True)
    proof = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    keep_until = models.DateField(db_index=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["chain_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="one_signature_a_number_of_a_chain"),
            models.CheckConstraint(
                condition=~Q(grade=Grade.OWN_PHONE) | Q(code__isnull=False), name="no_own_phone_without_a_code"
            ),
            models.CheckConstraint(
                condition=~Q(grade=Grade.WITNESSED) | ~Q(paper=""), name="no_witnessed_signature_without_its_paper"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chain_id} {self.number}"
