"""Requests for consent, and the consents they ask for."""

from django.db import models
from django.db.models import Q

from sanshe.core.consents.enums import Capacity, Medium, State
from sanshe.core.consents.types import Life
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.models import Row
from sanshe.core.signing.models import Signature


class ConsentRequest(Row):
    """Somebody was asked whether they may be shown in a matter 授权请求. `person` is in the register of persons."""

    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    title = models.CharField(max_length=80)
    number = models.CharField(max_length=16, unique=True)
    person = models.UUIDField(db_index=True)
    part = models.CharField(max_length=40)
    capacity = models.CharField(max_length=13, choices=[(c, c) for c in Capacity], default=Capacity.OWN)
    guardian = EncryptedText(max_length=20, blank=True)
    months = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    answer_by = models.DateField()
    track_index = BlindIndex(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "subject"], name="consent_requests_of_a_matter")]
        constraints = [
            models.CheckConstraint(condition=Q(months__gte=1, months__lte=36), name="no_consent_beyond_three_years"),
        ]

    def __str__(self) -> str:
        return self.number


class Consent(Row):
    """One medium of a request 授权: asked, answered, withdrawn, over. A yes names the signature it rests on."""

    request = models.ForeignKey(ConsentRequest, models.PROTECT, related_name="consents")
    medium = models.CharField(max_length=7, choices=[(m, m) for m in Medium])
    state = models.CharField(max_length=9, choices=[(s, s) for s in State], default=State.ASKED)
    signature = models.ForeignKey(Signature, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    ends_on = models.DateField(null=True, db_index=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["request_id", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "medium"], name="one_consent_a_medium_of_a_request"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.GIVEN, State.WITHDRAWN, State.EXPIRED])
                | Q(signature__isnull=False, ends_on__isnull=False),
                name="no_consent_without_a_signature_and_a_last_day",
            ),
        ]

    def __str__(self) -> str:
        return self.medium

    @property
    def life(self) -> Life:
        return Life(State(self.state), self.request.answer_by, self.ends_on)
