"""Programmes."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Row
from sanshe.patrol.enums import ProgrammeState


class Programme(Row):
    """A programme 专项 of a place for one season. `scope_note` tells who stands outside its frames, and why."""

    name = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    scope_note = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=[(s, s) for s in ProgrammeState], default=ProgrammeState.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="a_season_ends_behind_its_start")
        ]

    def __str__(self) -> str:
        return self.name
