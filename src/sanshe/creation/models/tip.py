"""Tips."""

from django.db import models

from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Row
from sanshe.creation.enums import TipState
from sanshe.creation.models.application import Attestation
from sanshe.creation.models.title import Title


class Tip(Row):
    """A tip 监督线索 about who holds a title: the office alone sees it, and who sent it may stay unnamed."""

    title = models.ForeignKey(Title, models.PROTECT, related_name="tips")
    token = models.CharField(max_length=26, unique=True)
    text = EncryptedText(max_length=500)
    name = EncryptedText(max_length=20, blank=True)
    phone = EncryptedText(max_length=20, blank=True)
    seen_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in TipState], default=TipState.RECEIVED)
    received_at = models.DateTimeField()
    attestation = models.ForeignKey(Attestation, models.PROTECT, null=True, related_name="tips")
    answer = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)
