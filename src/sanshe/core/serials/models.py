"""The last number of each series."""

from django.db import models


class Serial(models.Model):
    """The last number given in a series."""

    series = models.CharField(primary_key=True, max_length=100)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series} {self.last}"
