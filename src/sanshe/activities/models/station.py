"""Stations, their spaces and zones, when they are open, how many they take."""

from django.db import models
from django.db.models import F, Q

from sanshe.activities.enums import Sound
from sanshe.core.rows.fields import SameName
from sanshe.core.rows.models import Keyed, Placed, Recorded, Row


class Station(Row):
    """A station 实践站 of a community. `door` stands in the code at its door; whoever has scanned it may come in."""

    name = models.CharField(max_length=60)
    same_name = SameName()
    address = models.CharField(max_length=100, blank=True)
    door = models.CharField(max_length=16, unique=True)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["area_path", "opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["area_path", "same_name"], name="one_station_of_a_name_and_place")
        ]

    def __str__(self) -> str:
        return self.name


class Space(Row):
    """A space 场地 of a station: a hall with its zones, or a room that is one zone."""

    station = models.ForeignKey(Station, models.PROTECT, related_name="spaces")
    place_no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=30)
    sound = models.CharField(max_length=6, choices=[(s, s) for s in Sound], default=Sound.OPEN)

    class Meta:
        ordering = ["station_id", "place_no"]
        constraints = [
            models.UniqueConstraint(fields=["station", "place_no"], name="one_space_of_a_station_and_number"),
            models.UniqueConstraint(fields=["station", "name"], name="one_space_of_a_station_and_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Zone(Placed):
    """What is used and booked as one 分区. `capacity` is of the building, without any limit; None: nobody counts."""

    space = models.ForeignKey(Space, models.PROTECT, related_name="zones")
    place_no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=30, blank=True)
    capacity = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["space__place_no", "place_no"]
        constraints = [
            models.UniqueConstraint(fields=["space", "place_no"], name="one_zone_of_a_space_and_number"),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(capacity__gt=0), name="a_zone_holds_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.space.name}{self.name}"


class HeadLimit(Recorded):
    """How many percent of its capacity a station takes from one day to another, and on what ground."""

    SAID = ("percent", "starts_on", "ends_on", "ground")

    station = models.ForeignKey(Station, models.PROTECT, related_name="limits")
    percent = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    ground = models.CharField(max_length=100)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Recorded.constraint("no_limit_of_heads_struck_without_a_reason"),
            models.CheckConstraint(
                condition=Q(percent__gte=1, percent__lte=100), name="a_limit_is_a_share_of_the_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent}%"


class Timetable(Placed):
    """Opening hours 开放时间 of a station from a day on, until the next one that was published."""

    station = models.ForeignKey(Station, models.PROTECT, related_name="timetables")
    starts_on = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["station_id", "starts_on", "published_at"]

    def __str__(self) -> str:
        return f"{self.station_id} {self.starts_on}"


class TimetableSpan(Keyed):
    """From when to when a station is open on a weekday."""

    timetable = models.ForeignKey(Timetable, models.CASCADE, related_name="spans")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.UniqueConstraint(fields=["timetable", "weekday", "opens"], name="one_span_of_a_weekday_and_start"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="a_span_closes_behind_its_opening"),
            models.CheckConstraint(condition=Q(weekday__gte=1, weekday__lte=7), name="a_span_is_of_a_weekday"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens}–{self.closes}"


class HoursChange(Recorded):
    """Hours of one day that differ from the timetable 临时调整: of a space, or of the whole station."""

    SAID = ("starts_at", "ends_at", "is_open", "ground")

    station = models.ForeignKey(Station, models.PROTECT, related_name="changes")
    space = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_open = models.BooleanField()
    ground = models.CharField(max_length=100)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["noted_at", "id"]
        indexes = [models.Index(fields=["station", "starts_at"], name="changes_of_hours")]
        constraints = [
            Recorded.constraint("no_change_of_hours_struck_without_a_reason"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="a_change_ends_behind_its_start"),
        ]

    def __str__(self) -> str:
        return self.ground
