"""Compounds, and which of them are key ones."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Row


class Compound(Row):
    """A compound 小区 of a community: premises that are walked and counted together, in the order of `walk_no`."""

    name = models.CharField(max_length=60)
    walk_no = models.PositiveIntegerField()

    class Meta:
        ordering = ["area_path", "walk_no", "pk"]
        constraints = [models.UniqueConstraint(fields=["area_path", "name"], name="one_compound_of_a_name")]

    def __str__(self) -> str:
        return self.name


class KeyDecision(Row):
    """That a compound is a key one 重点小区: decided for a ground, from one day on, until another decision ends it.

    `ends_on` is the last day; a compound has one decision that has not ended.
    """

    compound = models.ForeignKey(Compound, models.PROTECT, related_name="key_decisions")
    ground = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    end_ground = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["compound"], condition=Q(ends_on=None), name="one_open_key_decision"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="no_key_decision_ends_before_it_starts"
            ),
            models.CheckConstraint(condition=Q(ends_on=None) | ~Q(end_ground=""), name="no_key_decision_ends_unsaid"),
        ]

    def __str__(self) -> str:
        return self.ground
