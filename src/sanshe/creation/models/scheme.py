"""Schemes, and the criteria by which one is named."""

from django.db import models
from django.db.models import Q

from sanshe.core.parties.models import Office
from sanshe.core.rows.models import Row
from sanshe.creation.enums import Level, SchemeState
from sanshe.creation.types import Criterion, Terms


class Scheme(Row):
    """A scheme 创建项目 of an office: what one is named, for how long, on which grounds that is revoked."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    name = models.CharField(max_length=30)
    prefix = models.CharField(max_length=12)
    months = models.PositiveSmallIntegerField(default=12)
    retry_months = models.PositiveSmallIntegerField(default=3)
    revoked_months = models.PositiveSmallIntegerField(default=12)
    share = models.PositiveSmallIntegerField(default=60)
    renew_from = models.PositiveSmallIntegerField(default=60)
    renew_to = models.PositiveSmallIntegerField(default=10)
    grounds = models.JSONField(default=list)
    state = models.CharField(max_length=6, choices=[(s, s) for s in SchemeState], default=SchemeState.DRAFT)
    drafted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(share__gte=1, share__lte=100), name="a_share_is_of_a_hundred"),
            models.CheckConstraint(condition=Q(months__gte=1), name="a_title_has_a_term"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def terms(self) -> Terms:
        back = {"retry_months": self.retry_months, "revoked_months": self.revoked_months}
        renewed = {"renew_from": self.renew_from, "renew_to": self.renew_to}
        return Terms(self.months, share=self.share, **back, **renewed)


class Standard(Row):
    """The criteria 标准 of a level, in one version: never changed, and kept by who applied under it."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="standards")
    level = models.CharField(max_length=9, choices=[(one, one) for one in Level])
    number = models.PositiveSmallIntegerField()
    criteria = models.JSONField()
    set_at = models.DateTimeField()
    set_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["scheme_id", "level", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "level", "number"], name="one_standard_a_level_and_number")
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.number}"

    @property
    def items(self) -> list[Criterion]:
        return [Criterion.of(one) for one in self.criteria]
