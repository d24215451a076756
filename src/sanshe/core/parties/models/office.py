"""Offices, whose names and numbers stand on papers."""

from django.db import models

from sanshe.core.parties.enums import Side
from sanshe.core.parties.models.organisation import Organisation
from sanshe.core.rows.models import Row


class Office(Row):
    """An office 办事单位 for a place: it carries work out, or approves it.

    Its notices and letters are numbered with `number_prefix`, its agreements and certificates with `short_prefix`;
    `letters` stand for it in addresses. They stay as they are, so that no number changes. `operator` is the
    organisation that runs it, where one does; `masthead` heads a district's public pages.
    """

    name = models.CharField(max_length=60)
    former_name = models.CharField(max_length=60, blank=True)
    side = models.CharField(max_length=10, choices=[(s, s) for s in Side])
    number_prefix = models.CharField(max_length=10)
    short_prefix = models.CharField(max_length=4)
    letters = models.CharField(max_length=8)
    operator = models.ForeignKey(Organisation, models.PROTECT, related_name="+", null=True)
    phone = models.CharField(max_length=30)
    address = models.CharField(max_length=120)
    hours = models.CharField(max_length=120)
    masthead = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name"], name="one_office_of_a_name"),
            models.UniqueConstraint(fields=["letters"], name="one_office_of_these_letters"),
        ]

    def __str__(self) -> str:
        return self.name
