"""The tree as rows."""

from django.db import models

from sanshe.core.areas.enums import Level


class Area(models.Model):
    """One area. `path` is the code without trailing zero pairs; a renamed code keeps its old one in `former_code`. An
    area that ended stays, with its name, for what happened there; `into` is where its open matters went."""

    path = models.CharField(max_length=15, primary_key=True)
    code = models.CharField(max_length=12, unique=True)
    level = models.CharField(max_length=12, choices=[(v, v) for v in Level])
    name = models.CharField(max_length=60)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    former_code = models.CharField(max_length=12, blank=True)
    former_name = models.CharField(max_length=60, blank=True)
    renamed_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name


class TreeVersion(models.Model):
    """One row: a number that grows whenever the tree changes, so that names can be kept in memory."""

    number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
