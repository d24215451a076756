"""Desks lent, small support given, and the receipts that account for it."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.kit.money import yuan
from sanshe.core.rows.models import Recorded, Row
from sanshe.incubation.enums.stay.support import ReceiptState


class DeskUse(Recorded):
    """工位: one desk held by one organisation from a day on. `capacity` is what the batch had when it was given: a desk
    has a number within it and is held once at a time, so no more are held than there are."""

    KIND = "incubation.desk"
    SAID = ("no", "room", "from_on", "released_on")

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="desks")
    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="desks")
    no = models.PositiveSmallIntegerField()
    capacity = models.PositiveSmallIntegerField()
    room = models.CharField(max_length=30, blank=True)
    from_on = models.DateField()
    released_on = models.DateField(null=True)

    class Meta:
        constraints = [
            Recorded.constraint("a_desk_struck_says_why"),
            models.UniqueConstraint(
                fields=["batch", "no"], condition=Q(released_on__isnull=True), name="a_desk_is_held_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(no__gte=1, no__lte=F("capacity")), name="a_desk_is_one_of_those_the_batch_has"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.no}"


class SupportGrant(Recorded):
    """小额支持: an amount for a purpose. `spent` is the sum of its receipts that were not refused; never more."""

    KIND = "incubation.grant"
    SAID = ("cents", "purpose", "given_on")

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="grants")
    cents = models.PositiveBigIntegerField()
    spent = models.PositiveBigIntegerField(default=0)
    purpose = models.CharField(max_length=120)
    given_on = models.DateField()
    given_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            Recorded.constraint("support_struck_says_why"),
            models.CheckConstraint(condition=Q(cents__gte=1), name="support_is_an_amount"),
            models.CheckConstraint(condition=Q(spent__lte=F("cents")), name="support_is_never_overspent"),
        ]

    def __str__(self) -> str:
        return self.purpose

    @property
    def left(self) -> int:
        return self.cents - self.spent

    @property
    def said(self) -> dict[str, str]:
        """The amounts as they are printed."""
        return {"cents": yuan(self.cents), "spent": yuan(self.spent), "left": yuan(self.left)}


class Receipt(Recorded, Row):
    """票据: what some of the support was spent on, with its scan; looked at by somebody else than who gave it in."""

    SAID = ("cents", "what", "spent_on", "state")

    grant = models.ForeignKey(SupportGrant, models.PROTECT, related_name="receipts")
    state = models.CharField(max_length=8, choices=[(s, s) for s in ReceiptState], default=ReceiptState.GIVEN)
    cents = models.PositiveBigIntegerField()
    what = models.CharField(max_length=120)
    spent_on = models.DateField()
    scan = models.UUIDField()
    given_at = models.DateTimeField()
    given_by = models.UUIDField(null=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            Recorded.constraint("a_receipt_struck_says_why"),
            models.CheckConstraint(condition=Q(cents__gte=1), name="a_receipt_is_an_amount"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("given_by")),
                name="a_receipt_is_checked_by_another",
            ),
            models.UniqueConstraint(
                fields=["scan"],
                condition=~Q(state=ReceiptState.REFUSED) & Q(struck_at__isnull=True),
                name="a_scan_accounts_for_money_once",
            ),
        ]

    @property
    def on_record(self) -> SupportGrant:
        return self.grant

    def __str__(self) -> str:
        return self.what

    @property
    def key(self) -> str:
        return str(self.pk)

    @property
    def amount(self) -> str:
        return yuan(self.cents)
