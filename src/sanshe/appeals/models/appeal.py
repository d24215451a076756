"""Appeals."""

from django.db import models
from django.db.models import Q

from sanshe.appeals.enums import Channel, Ground, Outcome, Reach, Satisfied, Solved, State
from sanshe.appeals.models.settings import Category, DutyItem
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.models import Row


class Appeal(Row):
    """What somebody asks for 诉求. `person` is the resident in the register of persons; who left no telephone has none
    and follows by a code alone. `title` is written for the lists and says nobody's name.

    What the resident says of it (`reach`, `solved`, `satisfied`) stands beside the state, and is empty until a call.
    """

    district = models.CharField(max_length=6)
    number = models.CharField(max_length=12)
    channel = models.CharField(max_length=8, choices=[(c, c) for c in Channel])
    category = models.ForeignKey(Category, models.PROTECT, related_name="+")
    title = models.CharField(max_length=40)
    text = EncryptedText(max_length=1000)
    place = EncryptedText(max_length=120, blank=True)
    person = models.UUIDField(null=True, db_index=True)
    track_index = BlindIndex(null=True)
    code_index = BlindIndex(null=True)
    state = models.CharField(max_length=11, choices=[(s, s) for s in State], default=State.RECEIVED)
    received_at = models.DateTimeField()
    taken_by = models.UUIDField(null=True)
    screened_at = models.DateTimeField(null=True)
    screened_by = models.UUIDField(null=True)
    duty_item = models.ForeignKey(DutyItem, models.PROTECT, null=True, related_name="+")
    ground = models.CharField(max_length=16, choices=[(g, g) for g in Ground], blank=True)
    answer = EncryptedText(max_length=300, blank=True)
    verifier = models.UUIDField(null=True)
    outcome = models.CharField(max_length=9, choices=[(o, o) for o in Outcome], blank=True)
    reach = models.CharField(max_length=12, choices=[(r, r) for r in Reach], blank=True)
    solved = models.CharField(max_length=8, choices=[(s, s) for s in Solved], blank=True)
    satisfied = models.CharField(max_length=12, choices=[(s, s) for s in Satisfied], blank=True)
    closed_at = models.DateTimeField(null=True)
    reopen_until = models.DateTimeField(null=True)
    is_emptied = models.BooleanField(default=False)

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["district", "number"], name="one_appeal_of_a_number_and_district"),
            models.CheckConstraint(
                condition=~Q(state=State.DECLINED) | ~Q(ground=""), name="nothing_is_declined_without_a_ground"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.CLOSED, State.WITHDRAWN]) | Q(closed_at__isnull=False),
                name="a_closed_appeal_says_when",
            ),
            models.CheckConstraint(
                condition=Q(satisfied__in=["", Satisfied.UNSAID]) | Q(reach=Reach.REACHED),
                name="only_who_was_reached_says_something",
            ),
        ]
        indexes = [
            models.Index(fields=["area_path", "state"], name="appeals_of_an_area_by_state"),
        ]

    def __str__(self) -> str:
        return self.number
