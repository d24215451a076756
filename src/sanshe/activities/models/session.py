"""Sessions, who takes part, who asks to join, and the people in three kinds."""

from django.db import models
from django.db.models import Q

from sanshe.activities.enums import Channel, Heads, JoiningState, Origin, SessionState
from sanshe.activities.models.booking import Booking
from sanshe.activities.models.group import Group, Member
from sanshe.activities.models.station import Station, Zone
from sanshe.core.rows.fields import SameName
from sanshe.core.rows.models import Keyed, Placed, Recorded, Row


class Session(Row):
    """One use of a station from the first who came to the last who left 场次; several groups may share it 合练.

    `seen` is the keeper's own count. What was signed is corrected by lines (`Correction`) and stays as it was signed.
    """

    station = models.ForeignKey(Station, models.PROTECT, related_name="sessions")
    booking = models.OneToOneField(Booking, models.PROTECT, null=True, related_name="session")
    origin = models.CharField(max_length=7, choices=[(o, o) for o in Origin])
    state = models.CharField(max_length=6, choices=[(s, s) for s in SessionState], default=SessionState.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    seen = models.PositiveSmallIntegerField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.UUIDField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["opened_at", "id"]
        indexes = [models.Index(fields=["station", "opened_at"], name="sessions_of_a_station")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=SessionState.SIGNED) | (Q(seen__isnull=False) & ~Q(digest="")),
                name="no_session_is_signed_uncounted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.station_id} {self.opened_at}"


class Use(Keyed):
    """A zone that a session uses, until it lets it go: nobody else opens one there meanwhile."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="uses")
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="uses")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["zone"], condition=Q(until__isnull=True), name="one_session_at_a_time_in_a_zone"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.zone_id}"


class Part(Row):
    """Who takes part in a session 队次: a group that is known, one that only said its name, or people without one 散客.

    `heads` is what they said themselves; None: their names were ticked instead. Its key is all a phone has of it.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="parts")
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="parts")
    name = models.CharField(max_length=60, blank=True)
    same_name = SameName()
    heads = models.PositiveSmallIntegerField(null=True)
    channel = models.CharField(max_length=6, choices=[(c, c) for c in Channel])
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "same_name"],
                condition=Q(left_at__isnull=True) & ~Q(same_name=""),
                name="one_part_of_a_session_and_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Joining(Row):
    """Who comes second asks to join 合练申请; it is answered by each who is there, and lapses unanswered."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="joinings")
    part = models.OneToOneField(Part, models.PROTECT, null=True, related_name="joining")
    name = models.CharField(max_length=60, blank=True)
    same_name = SameName()
    heads = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=6, choices=[(c, c) for c in Channel])
    state = models.CharField(max_length=8, choices=[(s, s) for s in JoiningState], default=JoiningState.ASKED)
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=JoiningState.AGREED) | Q(part__isnull=False), name="who_may_join_takes_part"
            )
        ]

    def __str__(self) -> str:
        return self.name


class JoiningAnswer(Keyed):
    """What one of those who are there said to it."""

    joining = models.ForeignKey(Joining, models.PROTECT, related_name="answers")
    part = models.ForeignKey(Part, models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["joining", "part"], name="one_answer_of_a_part")]

    def __str__(self) -> str:
        return f"{self.joining_id} {self.is_yes}"


class Presence(Recorded):
    """Somebody of a roster who was there 名单, ticked by the keeper or the leader."""

    part = models.ForeignKey(Part, models.PROTECT, related_name="presences")
    member = models.ForeignKey(Member, models.PROTECT, related_name="presences")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Recorded.constraint("no_presence_struck_without_a_reason"),
            models.UniqueConstraint(
                fields=["part", "member"], condition=Q(struck_at__isnull=True), name="one_presence_a_part_and_member"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part_id} {self.member_id}"


class Correction(Placed):
    """A line added to a signed session 更正: so many more or fewer of one kind, and why."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=5, choices=[(k, k) for k in Heads])
    by_n = models.SmallIntegerField()
    why = models.CharField(max_length=200)
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["noted_at", "id"]
        constraints = [models.CheckConstraint(condition=~Q(why="") & ~Q(by_n=0), name="a_correction_says_what_and_why")]

    def __str__(self) -> str:
        return f"{self.kind} {self.by_n:+}"
