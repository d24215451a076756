"""Sessions, heads counted together, a unit's own count of drivers."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.parties.models import Organisation
from sanshe.core.rows.models import Recorded, Row
from sanshe.pledges.models.campaign import Campaign, Lesson


class Session(Row):
    """A session 讲座 at a unit or in a community: when, which cases were told, how many came, what was given out."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=60)
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    lessons = models.ManyToManyField(Lesson, related_name="sessions")
    heads = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    held_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["campaign_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_session_a_number"),
            models.CheckConstraint(condition=Q(left__lte=F("taken")), name="no_more_left_than_was_taken"),
            models.CheckConstraint(
                condition=Q(held_at__isnull=True) | Q(heads__gte=1), name="no_session_held_without_its_heads"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.place}"


class Collective(Recorded):
    """Heads that pledged together 集体承诺, with a photograph: no signatures, never added to any."""

    SAID = ("heads",)

    session = models.ForeignKey(Session, models.PROTECT, related_name="collectives")
    heads = models.PositiveIntegerField()
    photo = models.CharField(max_length=64)
    counted_at = models.DateTimeField()
    counted_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            Recorded.constraint("no_collective_struck_without_a_reason"),
            models.CheckConstraint(condition=Q(heads__gte=1) & ~Q(photo=""), name="no_collective_without_its_photo"),
        ]

    def __str__(self) -> str:
        return str(self.heads)


class Participant(Row):
    """A unit 参加单位 that was asked to take part, and until which day to say how many drivers it has."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="participants")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    count_by = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "unit"], name="a_unit_takes_part_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.unit_id}"


class DriverCount(Recorded):
    """How many drivers a unit says it has, of a day 驾驶人数."""

    SAID = ("drivers", "as_of")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="driver_counts")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    drivers = models.PositiveIntegerField()
    as_of = models.DateField()
    given_at = models.DateTimeField()
    given_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["campaign", "unit", "-as_of"], name="driver_counts_of_a_unit")]
        constraints = [
            Recorded.constraint("no_driver_count_struck_without_a_reason"),
            models.CheckConstraint(condition=Q(drivers__gte=1), name="no_driver_count_of_nobody"),
        ]

    def __str__(self) -> str:
        return str(self.drivers)
