"""Blank sheets in the versions that were answered; and what a filled one is made from."""

from typing import Any, ClassVar

from django.db import models

from sanshe.core.rows.models import Keyed, Row
from sanshe.core.sheets.enums import SheetState


class BlankVersion(Keyed):
    """The questions of a blank sheet as they stood when one was handed in; never changed, only followed."""

    code = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    questions = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="one_blank_sheet_a_version"),
            models.UniqueConstraint(fields=["code", "fingerprint"], name="one_version_of_the_same_questions"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class Answered(Row):
    """A row whose answers are kept as they are typed. `ANSWERS`: the field they stand in."""

    ANSWERS: ClassVar[str] = "fields"

    class Meta:
        abstract = True

    @property
    def said(self) -> dict[str, Any]:
        """The answers by the codes of their questions."""
        return getattr(self, self.ANSWERS)

    @property
    def is_writable(self) -> bool:
        raise NotImplementedError


class FilledSheet(Answered):
    """Kept as typed, handed in, returned or agreed. `handed_at` is the first time it came: that is what is late or not;
    `words` is what was said of it, `remarks` what was said beside single answers, `blank` the questions it answers."""

    state = models.CharField(max_length=10, choices=[(s, s) for s in SheetState], default=SheetState.DRAFT)
    fields = models.JSONField(default=dict)
    blank = models.ForeignKey(BlankVersion, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    is_late = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    handed_by = models.UUIDField(null=True)
    words = models.CharField(max_length=500, blank=True)
    remarks = models.JSONField(default=dict)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.UUIDField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.state} {self.due_on}"

    @property
    def is_writable(self) -> bool:
        return self.state in SheetState.writable()
