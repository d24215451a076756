"""The panel's decision: what was put to the vote, who voted how, and who got a place."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.decision.decision import DecisionState, MotionKind, Outcome, PlaceKind, PlaceState, Side


class Decision(Row):
    """One meeting of the panel over one tabulation. `members` is the base of every majority."""

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="+")
    tabulation = models.ForeignKey("incubation.Tabulation", models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=[(s, s) for s in DecisionState], default=DecisionState.OPEN)
    members = models.PositiveSmallIntegerField()
    present = models.JSONField(default=list)
    reason = models.CharField(max_length=600, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch"], condition=~Q(state=DecisionState.SENT_BACK), name="one_standing_decision_per_batch"
            ),
            models.CheckConstraint(
                condition=~Q(state=DecisionState.APPROVED)
                | Q(approved_by__isnull=False, submitted_by__isnull=False)
                & ~Q(approved_by=F("submitted_by"))
                & ~Q(approved_by=F("opened_by")),
                name="a_decision_is_approved_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.id}"


class Ballot(Keyed):
    """One motion before the panel, `time` 1 or 2. A block carries many applicants, any other exactly those it names."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="ballots")
    no = models.PositiveSmallIntegerField()
    time = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in MotionKind])
    applicants = models.JSONField()
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in Outcome], default=Outcome.OPEN)
    order = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "no", "time"], name="one_ballot_per_motion_and_time"),
            models.CheckConstraint(condition=Q(time__in=[1, 2]), name="a_motion_is_reconsidered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.no}/{self.time} {self.outcome}"


class Vote(Keyed):
    """One member's vote by name. A recused member's row says `left` from the opening, so no other can be put in."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="votes")
    panelist = models.ForeignKey("incubation.Panelist", models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=[(s, s) for s in Side])
    choice = models.CharField(max_length=36, blank=True)
    reservation = models.CharField(max_length=200, blank=True)
    cast_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "panelist"], name="one_vote_per_member_and_ballot"),
            models.CheckConstraint(
                condition=~Q(side=Side.LEFT) | Q(choice="", reservation=""), name="who_left_says_nothing"
            ),
        ]

    def __str__(self) -> str:
        return self.side


class Place(Row):
    """What an applicant got. `rank` is by the announced rule; `reserve_no` counts from 1."""

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="+")
    application = models.OneToOneField("incubation.Application", models.PROTECT, related_name="place")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="places")
    rank = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=[(k, k) for k in PlaceKind])
    reserve_no = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=12, choices=[(s, s) for s in PlaceState])

    class Meta:
        indexes = [models.Index(fields=["batch", "kind", "rank"], name="places_of_batch_by_rank")]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "reserve_no"],
                condition=Q(reserve_no__isnull=False),
                name="one_applicant_per_reserve_no",
            ),
            models.CheckConstraint(
                condition=Q(kind=PlaceKind.RESERVE, reserve_no__isnull=False)
                | ~Q(kind=PlaceKind.RESERVE) & Q(reserve_no__isnull=True),
                name="only_the_reserve_is_numbered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rank} {self.kind}"
