"""Loaded years and their special days."""

from django.db import models

from sanshe.core.calendar.enums import Special


class Year(models.Model):
    """A year whose working days are known; `version` grows whenever it is loaded anew."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    loaded_at = models.DateTimeField()
    loaded_by = models.UUIDField(null=True)
    source = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.year)


class WorkSpan(models.Model):
    """A span of the day in which offices work, on working days from `starts_on` until other spans are set."""

    starts_on = models.DateField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["-starts_on", "opens"]
        constraints = [
            models.UniqueConstraint(fields=["starts_on", "opens"], name="one_span_of_working_time_opens_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(opens__lt=models.F("closes")), name="working_time_closes_after_it_opened"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"


class SpecialDay(models.Model):
    """A day that is not what its weekday says."""

    day = models.DateField(primary_key=True)
    year = models.ForeignKey(Year, models.PROTECT, related_name="days")
    kind = models.CharField(max_length=8, choices=[(s, s) for s in Special])
    name = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"
