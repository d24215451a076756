"""Bookings, and the claims that keep two of them apart."""

from django.db import models
from django.db.models import F, Q

from sanshe.activities.enums import BookingState
from sanshe.activities.models.group import Group
from sanshe.activities.models.station import Station, Zone
from sanshe.core.rows.models import Keyed, Recorded, Row


class Booking(Row):
    """Zones of a station for a group from one quarter to another 预约. It stays as a row whatever becomes of it."""

    station = models.ForeignKey(Station, models.PROTECT, related_name="bookings")
    group = models.ForeignKey(Group, models.PROTECT, related_name="bookings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    may_share = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=[(s, s) for s in BookingState], default=BookingState.CONFIRMED)
    booked_at = models.DateTimeField()
    booked_by = models.UUIDField(null=True)
    over_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["station", "starts_at"], name="bookings_of_a_station"),
            models.Index(fields=["state", "starts_at"], name="bookings_to_be_kept"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="a_booking_ends_behind_its_start")
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.starts_at}"


class BookedZone(Keyed):
    """A zone that a booking is or was about; claims come and go, this stays."""

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="zones")
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["zone__space__place_no", "zone__place_no"]
        constraints = [models.UniqueConstraint(fields=["booking", "zone"], name="one_line_of_a_booking_and_zone")]

    def __str__(self) -> str:
        return f"{self.booking_id} {self.zone_id}"


class Claim(Keyed):
    """One quarter of an hour of one zone, held by one booking 占用: the constraint is what stops a second one."""

    zone = models.ForeignKey(Zone, models.PROTECT, related_name="claims")
    starts_at = models.DateTimeField()
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="claims")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zone", "starts_at"], name="one_claim_of_a_zone_and_quarter")]

    def __str__(self) -> str:
        return f"{self.zone_id} {self.starts_at}"


class Miss(Recorded):
    """A booking nobody came to, or that was called off too late 爽约. Lifted, it is struck and never counted."""

    SAID = ("missed_at",)

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="misses")
    group = models.ForeignKey(Group, models.PROTECT, related_name="misses")
    missed_at = models.DateTimeField()

    class Meta:
        constraints = [
            Recorded.constraint("no_miss_lifted_without_a_reason"),
            models.UniqueConstraint(fields=["booking"], name="one_miss_a_booking"),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.missed_at}"
