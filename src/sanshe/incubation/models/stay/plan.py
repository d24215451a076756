"""孵化计划: one an entry, with its milestones once it is agreed."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Placed
from sanshe.core.sheets.enums import SheetState
from sanshe.core.sheets.models import FilledSheet


class Plan(FilledSheet):
    """What an organisation wants to reach in its term; `fields` has the words and, until agreed, the milestones."""

    entry = models.OneToOneField("incubation.Entry", models.PROTECT, related_name="plan")

    class Meta:
        indexes = [models.Index(fields=["area_path", "state"], name="plan_by_area_and_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=SheetState.DRAFT) | Q(handed_at__isnull=False), name="a_plan_handed_in_has_its_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=SheetState.AGREED) | Q(judged_at__isnull=False), name="an_agreed_plan_has_its_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=SheetState.AGREED) | ~Q(judged_by=F("handed_by")), name="a_plan_is_agreed_by_another"
            ),
        ]


class Milestone(Placed):
    """里程碑: what is to be reached by a day; reached with a day and a line of evidence."""

    SAID = ("no", "done_on", "evidence")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="milestones")
    no = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=120)
    by_day = models.DateField()
    done_on = models.DateField(null=True)
    evidence = models.CharField(max_length=300, blank=True)
    noted_at = models.DateTimeField(null=True)
    noted_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "no"], name="one_milestone_per_plan_and_number"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(evidence=""), name="a_reached_milestone_says_where_it_is_seen"
            ),
        ]

    def __str__(self) -> str:
        return self.what
