"""Counters, and what was not yet added to them."""

from django.db import models


class CounterDelta(models.Model):
    """What one event added to a counter; written in the event's transaction, folded into `Counter` by a job."""

    key = models.CharField(max_length=100)
    area_path = models.CharField(max_length=15)
    n = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "area_path"], name="deltas_of_a_counter")]

    def __str__(self) -> str:
        return f"{self.key} {self.area_path} {self.n:+}"


class Counter(models.Model):
    """What was counted so far for one key and one area, without the deltas not yet folded."""

    key = models.CharField(max_length=100)
    area_path = models.CharField(max_length=15)
    n = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "area_path"], name="one_counter_a_key_and_area")]

    def __str__(self) -> str:
        return f"{self.key} {self.area_path} {self.n}"
