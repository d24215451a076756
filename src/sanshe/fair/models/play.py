"""Cards, answers, wins: no name, no telephone, no device of anybody."""

from django.db import models
from django.db.models import Q

from sanshe.core.rows.models import Row
from sanshe.fair.adapters import new_code, new_token
from sanshe.fair.enums import Channel, Verdict, WinState
from sanshe.fair.models.fair import Fair, Riddle


class Card(Row):
    """A card 游园卡: a number and a token, one a person, children too. Nothing else is known of who has it."""

    fair = models.ForeignKey(Fair, models.PROTECT, related_name="cards")
    number = models.PositiveSmallIntegerField()
    token = models.CharField(max_length=26, unique=True, default=new_token, editable=False)
    wins = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["fair_id", "number"]
        constraints = [models.UniqueConstraint(fields=["fair", "number"], name="one_card_a_number")]

    def __str__(self) -> str:
        return f"{self.number:04d}"


class Try(Row):
    """An answer 答题 with its verdict. `ordinal` counts the wrong ones of a card at a riddle; nothing else has one."""

    riddle = models.ForeignKey(Riddle, models.PROTECT, related_name="tries")
    card = models.ForeignKey(Card, models.PROTECT, related_name="tries")
    channel = models.CharField(max_length=5, choices=[(c, c) for c in Channel])
    said = models.CharField(max_length=40, blank=True)
    verdict = models.CharField(max_length=6, choices=[(v, v) for v in Verdict])
    ordinal = models.PositiveSmallIntegerField(null=True)
    received_at = models.DateTimeField()
    rejudged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["received_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["card", "riddle", "ordinal"], name="one_try_a_turn"),
            models.CheckConstraint(
                condition=Q(ordinal__isnull=True) | Q(verdict=Verdict.WRONG, ordinal__lte=3),
                name="no_fourth_wrong_try",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.riddle_id} {self.verdict}"


class Win(Row):
    """A riddle that a card has won 猜中. `ordinal` is which of the riddle's, `place` which of the card's."""

    riddle = models.ForeignKey(Riddle, models.PROTECT, related_name="won")
    card = models.ForeignKey(Card, models.PROTECT, related_name="won")
    answered = models.OneToOneField(Try, models.PROTECT, related_name="win")
    channel = models.CharField(max_length=5, choices=[(c, c) for c in Channel])
    ordinal = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=4, default=new_code, editable=False)
    state = models.CharField(max_length=8, choices=[(s, s) for s in WinState], default=WinState.PENDING)
    won_at = models.DateTimeField()
    redeemed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["won_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["riddle", "ordinal"], name="one_win_a_turn_of_a_riddle"),
            models.UniqueConstraint(fields=["card", "place"], name="one_win_a_place_of_a_card"),
            models.CheckConstraint(
                condition=~Q(state=WinState.REDEEMED) | Q(redeemed_at__isnull=False),
                name="no_win_redeemed_without_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.riddle_id} {self.state}"
