"""Campaigns, the versions of their text, the cases that are told at their sessions."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Row
from sanshe.pledges.enums import CampaignState, TextState
from sanshe.pledges.types import Term


class Campaign(Row):
    """A campaign 承诺活动 of a place: between two days people sign its text, which holds them for some months."""

    name = models.CharField(max_length=60)
    opens_on = models.DateField()
    closes_on = models.DateField()
    months = models.PositiveSmallIntegerField(default=12)
    state = models.CharField(max_length=6, choices=[(s, s) for s in CampaignState], default=CampaignState.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="no_campaign_closes_before_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def term(self) -> Term:
        return Term(self.opens_on, self.closes_on, self.months, self.state == CampaignState.CLOSED)


class PledgeText(Row):
    """A version of the text 承诺文本. Once in force it never changes; somebody else than its writer approved it."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=40)
    opening = models.CharField(max_length=200, blank=True)
    clauses = models.TextField(max_length=2000)
    change = models.CharField(max_length=200, blank=True)
    is_other_meaning = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=[(s, s) for s in TextState], default=TextState.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)
    approved_by = models.UUIDField(null=True)
    in_force_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["campaign_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_version_a_number"),
            models.UniqueConstraint(
                fields=["campaign"], condition=Q(state=TextState.IN_FORCE), name="one_version_in_force"
            ),
            models.UniqueConstraint(
                fields=["campaign"], condition=Q(state=TextState.DRAFT), name="one_draft_of_a_text"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[TextState.DRAFT, TextState.DROPPED]) | Q(in_force_at__isnull=False),
                name="no_version_in_force_without_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"


class Lesson(Row):
    """A case that is told 以案说法: nobody in it can be known, and it names the article of the law."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="lessons")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=60)
    body = models.TextField(max_length=2000)
    article = models.CharField(max_length=100)

    class Meta:
        ordering = ["campaign_id", "number"]
        constraints = [models.UniqueConstraint(fields=["campaign", "number"], name="one_lesson_a_number")]

    def __str__(self) -> str:
        return self.title
