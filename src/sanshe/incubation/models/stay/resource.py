"""资源链接: who brought what to whom among the five, for an organisation in incubation."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Recorded, Row
from sanshe.incubation.enums.stay.resource import Five, LinkState


class ResourceLink(Recorded, Row):
    """Ends are communities, organisations, teams and funds by name, never private persons. Hours are in quarters,
    money in 分; each only where it is known."""

    KIND = "incubation.link"
    SAID = ("from_name", "to_name", "what", "quarters", "goods", "cents", "linked_on", "ended_on")

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="links")
    state = models.CharField(max_length=10, choices=[(s, s) for s in LinkState], default=LinkState.PROPOSED)
    from_kind = models.CharField(max_length=14, choices=[(f, f) for f in Five])
    from_name = models.CharField(max_length=60)
    to_kind = models.CharField(max_length=14, choices=[(f, f) for f in Five])
    to_name = models.CharField(max_length=60)
    what = models.CharField(max_length=200)
    quarters = models.PositiveIntegerField(null=True)
    goods = models.CharField(max_length=120, blank=True)
    cents = models.PositiveBigIntegerField(null=True)
    linked_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    words = models.CharField(max_length=200, blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["entry", "proposed_at"], name="link_by_entry_and_time")]
        constraints = [
            Recorded.constraint("a_link_struck_says_why"),
            models.CheckConstraint(
                condition=~Q(from_kind=F("to_kind")) | ~Q(from_name=F("to_name")), name="a_link_has_two_ends"
            ),
            models.CheckConstraint(
                condition=~Q(state=LinkState.LINKED) | Q(linked_on__isnull=False), name="a_link_made_has_its_day"
            ),
            models.CheckConstraint(
                condition=~Q(state=LinkState.ENDED) | Q(ended_on__isnull=False), name="a_link_ended_has_its_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_name} {self.to_name}"
