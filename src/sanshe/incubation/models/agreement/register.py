"""The register of who entered incubation."""

from django.db import models
from django.db.models import Q

from sanshe.core.rows.models import Row
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models.agreement.agreement import Agreement


class Entry(Row):
    """孵化登记: an organisation in incubation, from its agreement (none for batches before this system)."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="entries")
    agreement = models.OneToOneField(Agreement, models.PROTECT, related_name="entry", null=True)
    state = models.CharField(max_length=14, choices=[(s, s) for s in EntryState], default=EntryState.IN_INCUBATION)
    entered_on = models.DateField()
    term_to = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(state=EntryState.IN_INCUBATION),
                name="an_organisation_is_in_incubation_once_at_a_time",
            ),
            models.UniqueConstraint(fields=["organisation", "batch"], name="one_entry_per_organisation_and_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.state}"
