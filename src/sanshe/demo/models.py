"""One row: how far the demo's clock is from the machine's."""

from django.db import models


class DemoClock(models.Model):
    """`shift_seconds` from the machine's time to the demo's; `seen_at` is when the house was last seen running."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    shift_seconds = models.BigIntegerField()
    seen_at = models.DateTimeField()
    moment = models.CharField(max_length=20)

    def __str__(self) -> str:
        return self.moment
