"""What a plan and a quarterly report have in common."""

from django.db import models

from sanshe.core.rows.models import Row
from sanshe.incubation.enums.stay.drafting import PaperState


class Paper(Row):
    """Kept as typed, handed in, returned or agreed. `handed_at` is the first time it came: that is what is late or not;
    `words` is what the centre said."""

    state = models.CharField(max_length=10, choices=[(s, s) for s in PaperState], default=PaperState.DRAFT)
    fields = models.JSONField(default=dict)
    due_on = models.DateField()
    is_late = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    handed_by = models.UUIDField(null=True)
    words = models.CharField(max_length=500, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.UUIDField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.state} {self.due_on}"

    @property
    def is_writable(self) -> bool:
        return self.state in PaperState.writable()
