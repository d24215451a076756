"""The codes that were issued, with what each says."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.codes.adapters import new_token
from sanshe.core.codes.enums import Change, CodeState
from sanshe.core.rows.models import Row


class Code(Row):
    """One code on one thing. `name`, `number` and `says` are kept as they were on the day it was issued."""

    KIND = "codes.code"

    token = models.CharField(max_length=26, unique=True, default=new_token, editable=False)
    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    name = models.CharField(max_length=120)
    number = models.CharField(max_length=60, blank=True)
    says = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in CodeState], default=CodeState.VALID)
    issued_at = models.DateTimeField()
    issued_by = models.UUIDField(null=True)
    since = models.DateField(null=True)
    asked = models.CharField(max_length=10, choices=[(c, c) for c in Change], blank=True)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        indexes = [
            models.Index(fields=["state", "valid_to"], name="codes_by_term"),
            models.Index(fields=["area_path"], condition=~Q(asked=""), name="codes_asked_for"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"], condition=Q(state=CodeState.VALID), name="one_valid_code_of_a_thing"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="a_code_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(state=CodeState.VALID, since__isnull=True)
                | ~Q(state=CodeState.VALID) & Q(since__isnull=False),
                name="a_code_that_is_over_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number or self.name}"
