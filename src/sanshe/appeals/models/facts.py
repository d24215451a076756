"""What was put down of an appeal: contacts, checks, calls, and the nights that a resident notes."""

from django.db import models
from django.db.models import Q

from sanshe.appeals.enums import About, Reach, Satisfied, Solved, Way
from sanshe.appeals.models.appeal import Appeal
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Placed, Recorded, Row


class _Fact(Recorded):
    """A fact on an appeal's record."""

    noted_at = models.DateTimeField()
    noted_by = models.UUIDField(null=True)

    class Meta:
        abstract = True

    @property
    def on_record(self) -> Placed:
        return self.appeal  # type: ignore[attr-defined]  # each fact has its appeal


class Contact(_Fact):
    """Somebody spoke, or tried to speak, with the resident 联系. The first that reached them stops the clock."""

    SAID = ("way", "is_reached")

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="contacts")
    way = models.CharField(max_length=7, choices=[(w, w) for w in Way])
    is_reached = models.BooleanField()
    said = EncryptedText(max_length=300, blank=True)

    class Meta:
        ordering = ["noted_at", "pk"]
        constraints = [Recorded.constraint("no_contact_is_struck_without_a_reason")]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.way}"


class Verification(_Fact):
    """Somebody without a hand in it saw or asked whether it was done 核查."""

    SAID = ("is_passed",)

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="verifications")
    is_passed = models.BooleanField()
    is_seen = models.BooleanField()
    found = EncryptedText(max_length=300)

    class Meta:
        ordering = ["noted_at", "pk"]
        constraints = [Recorded.constraint("no_verification_is_struck_without_a_reason")]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.is_passed}"


class Callback(_Fact):
    """A call to the resident 回访, reached or not. What was not said stays unsaid."""

    SAID = ("reach", "solved", "satisfied")

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="callbacks")
    reach = models.CharField(max_length=12, choices=[(r, r) for r in Reach])
    solved = models.CharField(max_length=8, choices=[(s, s) for s in Solved], blank=True)
    satisfied = models.CharField(max_length=12, choices=[(s, s) for s in Satisfied], default=Satisfied.UNSAID)
    words = EncryptedText(max_length=500, blank=True)
    is_read_back = models.BooleanField(default=False)

    class Meta:
        ordering = ["noted_at", "pk"]
        constraints = [
            Recorded.constraint("no_callback_is_struck_without_a_reason"),
            models.CheckConstraint(
                condition=(Q(reach=Reach.REACHED) & ~Q(solved=""))
                | (~Q(reach=Reach.REACHED) & Q(solved="", satisfied=Satisfied.UNSAID)),
                name="silence_is_no_verdict",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.reach}"


class Addition(_Fact):
    """What the resident says of it meanwhile 补充: more words, that it is not better yet, or that it is."""

    SAID = ("about",)

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="additions")
    about = models.CharField(max_length=8, choices=[(a, a) for a in About])
    words = EncryptedText(max_length=500, blank=True)

    class Meta:
        ordering = ["noted_at", "pk"]
        constraints = [Recorded.constraint("no_addition_is_struck_without_a_reason")]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.about}"


class Night(Row):
    """What a resident counted in one night 再发记录: their own, changed for a day, and proof of nothing by itself."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="nights")
    night = models.DateField()
    times = models.PositiveSmallIntegerField()
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["night"]
        constraints = [models.UniqueConstraint(fields=["appeal", "night"], name="one_note_a_night_and_appeal")]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.night}"
