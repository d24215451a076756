"""Persons, with the least data."""

from django.db import models
from django.db.models import Q

from sanshe.core.kit import same
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.models import Row


class Person(Row):
    """Somebody a district knows 登记的人: a name and a telephone, both encrypted, and nothing else.

    `area_path` is the district: one telephone is one person there. Who was merged into another keeps the row, so that
    what names it still leads to a person; `used_at` is when a matter last named them.
    """

    name = EncryptedText(max_length=20, blank=True)
    name_index = BlindIndex(source="name", normalise=same.name)
    phone = EncryptedText(max_length=20, blank=True)
    phone_index = BlindIndex(source="phone", normalise=same.phone)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    known_at = models.DateTimeField()
    used_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["area_path", "-known_at", "id"], name="persons_of_a_district")]
        constraints = [
            models.UniqueConstraint(
                fields=["area_path", "phone_index"],
                condition=~Q(phone_index=""),
                name="one_person_a_telephone_and_district",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
