"""Runs of the announced rule. A run is written once and never changed; the same inputs never make a second."""

from django.db import models

from sanshe.core.rows.models import Placed
from sanshe.incubation.enums.decision.tabulation import TabulationRule


class Tabulation(Placed):
    """`result` is `rules.tabulation.as_json`; both hashes are fingerprints of canonical JSON."""

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="+")
    no = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=10, choices=[(r, r) for r in TabulationRule])
    sheets = models.PositiveIntegerField()
    inputs_hash = models.CharField(max_length=64)
    result = models.JSONField()
    result_hash = models.CharField(max_length=64)
    run_at = models.DateTimeField()
    run_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "no"], name="one_tabulation_per_number"),
            models.UniqueConstraint(fields=["batch", "inputs_hash"], name="one_tabulation_per_inputs"),
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.result_hash[:8]}"
