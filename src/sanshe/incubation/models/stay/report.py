"""季度报告: words of the organisation beside what was recorded."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.sheets.enums import SheetState
from sanshe.core.sheets.models import FilledSheet


class QuarterlyReport(FilledSheet):
    """The no-th report of an entry, from a day to its due day. `facts` is what was counted when it was handed in;
    until then it is counted anew."""

    KIND = "incubation.report"

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="reports")
    no = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["area_path", "state"], name="report_by_area_and_state")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "no"], name="one_report_per_entry_and_number"),
            models.CheckConstraint(
                condition=Q(state=SheetState.DRAFT) | Q(handed_at__isnull=False), name="a_report_handed_in_has_its_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=SheetState.AGREED) | Q(judged_at__isnull=False), name="a_report_agreed_has_its_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=SheetState.AGREED) | ~Q(judged_by=F("handed_by")),
                name="a_report_is_accepted_by_another",
            ),
        ]
