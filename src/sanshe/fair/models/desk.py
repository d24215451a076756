"""Goods, desks with their range and their prizes, what was handed out, who was sent away."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Placed, Row
from sanshe.fair.enums import AwardState, Channel, DeskState, GoodKind
from sanshe.fair.models.fair import Fair
from sanshe.fair.models.play import Win
from sanshe.fair.models.ruling import Ruling


class Good(Row):
    """Something that is handed out 物品: a prize of riddles, a gift of games, material."""

    fair = models.ForeignKey(Fair, models.PROTECT, related_name="goods")
    name = models.CharField(max_length=20)
    unit = models.CharField(max_length=4)
    kind = models.CharField(max_length=8, choices=[(k, k) for k in GoodKind])
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["fair_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["fair", "name"], name="one_good_a_name"),
            models.UniqueConstraint(fields=["fair", "number"], name="one_good_a_number"),
        ]

    def __str__(self) -> str:
        return self.name


class Desk(Row):
    """A desk 兑奖台: its range of riddles belongs to it alone. `epoch` tells its leases apart."""

    fair = models.ForeignKey(Fair, models.PROTECT, related_name="desks")
    number = models.PositiveSmallIntegerField()
    first = models.PositiveSmallIntegerField()
    last = models.PositiveSmallIntegerField()
    keeper = models.UUIDField()
    epoch = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=7, choices=[(s, s) for s in DeskState], default=DeskState.PLANNED)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["fair_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["fair", "number"], name="one_desk_a_number"),
            models.UniqueConstraint(fields=["fair", "first"], name="one_desk_a_range"),
            models.CheckConstraint(condition=Q(first__gte=1, last__gte=F("first")), name="no_desk_without_a_range"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Stock(Row):
    """What was brought of one good to one place: a desk, or the games. `left` never falls below nothing."""

    good = models.ForeignKey(Good, models.PROTECT, related_name="stocks")
    desk = models.ForeignKey(Desk, models.PROTECT, null=True, related_name="stocks")
    brought = models.PositiveIntegerField()
    left = models.IntegerField()
    counted = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["good_id", "desk_id"]
        constraints = [
            models.UniqueConstraint(fields=["good", "desk"], name="one_stock_of_a_good_at_a_desk"),
            models.UniqueConstraint(
                fields=["good"], condition=Q(desk__isnull=True), name="one_stock_of_a_good_beside_the_desks"
            ),
            models.CheckConstraint(condition=Q(left__gte=0), name="no_stock_below_nothing"),
        ]

    def __str__(self) -> str:
        return f"{self.good} {self.left}"


class Award(Row):
    """A prize that was handed out 发奖: one that stands for each win. Without a win it makes a ruling good."""

    win = models.ForeignKey(Win, models.PROTECT, null=True, related_name="awards")
    ruling = models.OneToOneField(Ruling, models.PROTECT, null=True, related_name="makes_good")
    stock = models.ForeignKey(Stock, models.PROTECT, related_name="awards")
    channel = models.CharField(max_length=5, choices=[(c, c) for c in Channel])
    state = models.CharField(max_length=6, choices=[(s, s) for s in AwardState], default=AwardState.HANDED)
    handed_at = models.DateTimeField()
    handed_by = models.UUIDField(null=True)
    is_returned = models.BooleanField(default=False)
    void_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["handed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["win"], condition=Q(state=AwardState.HANDED), name="one_prize_for_one_win"),
            models.CheckConstraint(
                condition=Q(win__isnull=False) | Q(ruling__isnull=False), name="no_prize_for_nothing"
            ),
            models.CheckConstraint(
                condition=Q(state=AwardState.HANDED, void_at__isnull=True, is_returned=False)
                | Q(state=AwardState.VOID, void_at__isnull=False),
                name="a_prize_taken_back_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stock.good} {self.handed_at}"


class TurnedAway(Placed):
    """A slip that came to a desk and was not paid 没兑: won already, or of another desk's range."""

    desk = models.ForeignKey(Desk, models.PROTECT, related_name="turned_away")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    came_at = models.DateTimeField()

    class Meta:
        ordering = ["-came_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.code}"
