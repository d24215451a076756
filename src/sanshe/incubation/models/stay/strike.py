"""What every recorded fact of a stay has in common: entered wrongly, it is struck and stays as it was written."""

from typing import Any

from django.db import models
from django.db.models import Q


class Standing(models.Manager[Any]):
    """What counts: nothing that was struck. It is the default, so no figure can forget to leave a struck row out."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(struck_at=None)


class Recorded(models.Model):
    """`objects` is what stands; `every` also has what was struck, for pages that show it crossed out."""

    struck_at = models.DateTimeField(null=True)
    struck_by = models.UUIDField(null=True)
    struck_why = models.CharField(max_length=200, blank=True)

    objects = Standing()
    every = models.Manager()  # noqa: DJ012  # a second manager, which the check takes for a field

    class Meta:
        abstract = True

    @staticmethod
    def constraint(name: str) -> models.CheckConstraint:
        """Nothing is struck without a reason."""
        return models.CheckConstraint(condition=Q(struck_at__isnull=True) | ~Q(struck_why=""), name=name)
