"""Premises and what became of them."""

from django.db import models
from django.db.models import Q

from sanshe.core.areas.enums import PremisesKind, PremisesState
from sanshe.core.areas.models.compounds import Compound
from sanshe.core.rows.fields import SameName
from sanshe.core.rows.models import Placed, Row


class Premises(Row):
    """Premises 点位: one door that works go to. `code` is its number for good; `name` stands at the door.

    It is never deleted: what was entered twice is merged into the other one. `occupied_since` is the day from which
    other people are behind the same door; empty, nobody is known to have moved in.
    """

    compound = models.ForeignKey(Compound, models.PROTECT, related_name="premises")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in PremisesKind])
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=60)
    same_name = SameName()
    building = models.CharField(max_length=20, blank=True)
    unit = models.CharField(max_length=20, blank=True)
    room = models.CharField(max_length=20, blank=True)
    walk_no = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=[(s, s) for s in PremisesState], default=PremisesState.LISTED)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged_from")
    occupied_since = models.DateField(null=True)

    class Meta:
        ordering = ["area_path", "compound__walk_no", "compound_id", "walk_no", "code"]
        constraints = [
            models.UniqueConstraint(fields=["area_path", "code"], name="one_premises_of_a_code"),
            models.CheckConstraint(
                condition=Q(state=PremisesState.MERGED, merged_into__isnull=False)
                | (~Q(state=PremisesState.MERGED) & Q(merged_into=None)),
                name="merged_premises_say_into_which",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PremisesChange(Placed):
    """What became of premises on a day, and why: their history 来历, written with every change of state."""

    premises = models.ForeignKey(Premises, models.PROTECT, related_name="changes")
    state = models.CharField(max_length=12, choices=[(s, s) for s in PremisesState])
    on = models.DateField()
    why = models.CharField(max_length=200)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-noted_at", "-pk"]

    def __str__(self) -> str:
        return self.why
