"""Organisations, for life."""

from django.db import models
from django.db.models import Q

from sanshe.core.kit import same
from sanshe.core.parties.enums import Kind, Registration
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.fields import SameName
from sanshe.core.rows.models import Row


class Organisation(Row):
    """One organisation. A credit code, a filing number, or neither yet; people's names and phones are encrypted.

    One that was entered twice is merged into the other (`merged_into`) and keeps its numbers; `merge_to` is what one
    person asked for and another has to agree to.
    """

    name = models.CharField(max_length=60, db_index=True)
    former_name = models.CharField(max_length=60, blank=True)
    renamed_on = models.DateField(null=True)
    same_name = SameName()
    kind = models.CharField(max_length=12, choices=[(k, k) for k in Kind])
    registration = models.CharField(max_length=12, choices=[(r, r) for r in Registration])
    credit_code = models.CharField(max_length=18, blank=True)
    filing_number = models.CharField(max_length=40, blank=True)
    certificate_until = models.DateField(null=True)
    field = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=60, blank=True)
    supervisor_unit = models.CharField(max_length=60, blank=True)
    annual_check = models.CharField(max_length=30, blank=True)
    party_group = models.CharField(max_length=60, blank=True)
    party_members = models.PositiveSmallIntegerField(null=True)
    head_name = EncryptedText(max_length=20, blank=True)
    head_name_index = BlindIndex(source="head_name", normalise=same.name)
    head_phone = EncryptedText(max_length=20, blank=True)
    head_phone_index = BlindIndex(source="head_phone", normalise=same.phone)
    contact_name = EncryptedText(max_length=20, blank=True)
    contact_name_index = BlindIndex(source="contact_name", normalise=same.name)
    contact_phone = EncryptedText(max_length=20, blank=True)
    contact_phone_index = BlindIndex(source="contact_phone", normalise=same.phone)
    bank_account = EncryptedText(max_length=40, blank=True)
    registered_at = models.DateTimeField()
    proven_at = models.DateTimeField(null=True)  # staff saw that it is who it says; none: somebody's own words

    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    merge_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    merge_why = models.CharField(max_length=200, blank=True)
    merge_asked_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["area_path", "name"], name="organisation_by_area_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"], condition=~Q(credit_code=""), name="one_organisation_per_credit_code"
            ),
            models.CheckConstraint(
                condition=~Q(registration=Registration.REGISTERED) | ~Q(credit_code=""),
                name="a_registered_organisation_has_its_code",
            ),
        ]

    def __str__(self) -> str:
        return self.name
