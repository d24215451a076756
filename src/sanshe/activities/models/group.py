"""Groups and their rosters."""

from django.db import models
from django.db.models import Q

from sanshe.activities.enums import GroupKind, GroupState, Post
from sanshe.activities.models.station import Station
from sanshe.core.kit import same
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.fields import SameName
from sanshe.core.rows.models import Keyed, Row


class Group(Row):
    """A group 文艺团队 at home at a station. Its leader's telephone lies with the person (`core.parties`)."""

    station = models.ForeignKey(Station, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=60)
    same_name = SameName()
    kind = models.CharField(max_length=8, choices=[(k, k) for k in GroupKind])
    is_loud = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=[(s, s) for s in GroupState], default=GroupState.FORMING)
    number = models.PositiveIntegerField(null=True)
    formed_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["station_id", "formed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["station", "same_name"],
                condition=~Q(state=GroupState.DISSOLVED),
                name="one_group_of_a_name_and_station",
            ),
            models.UniqueConstraint(fields=["station", "number"], name="one_group_of_a_number_and_station"),
            models.CheckConstraint(
                condition=Q(state__in=[GroupState.FORMING, GroupState.DISSOLVED]) | Q(number__isnull=False),
                name="no_group_is_filed_without_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Member(Keyed):
    """Somebody on a roster 花名册: a name that only the leader and the keeper read. Leader and deputy are persons."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="members")
    post = models.CharField(max_length=6, choices=[(p, p) for p in Post], default=Post.MEMBER)
    name = EncryptedText(max_length=20, blank=True)
    name_index = BlindIndex(source="name", normalise=same.name)
    person = models.UUIDField(null=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(post=Post.LEADER, left_at__isnull=True), name="one_leader_of_a_group"
            ),
            models.UniqueConstraint(
                fields=["group", "name_index"],
                condition=Q(left_at__isnull=True) & ~Q(name_index=""),
                name="one_line_of_a_roster_and_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.post}"
