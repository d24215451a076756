"""Leads, stories, their sentences and corrections."""

from datetime import date

from django.db import models
from django.db.models import Q

from sanshe.core.kit import shanghai
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Placed, Row
from sanshe.stories.enums import Basis, LeadState, State


class Lead(Row):
    """A story that somebody might tell 线索. `teller` is their account where they have one; who has none is asked in
    person. It holds the number of a case and nobody's name but the teller's."""

    title = models.CharField(max_length=60)
    why = models.CharField(max_length=200, blank=True)
    case_number = models.CharField(max_length=20, blank=True)
    teller = models.UUIDField(null=True, db_index=True)
    teller_name = EncryptedText(max_length=20)
    part = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=9, choices=[(s, s) for s in LeadState], default=LeadState.WAITING)
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.title


class Story(Row):
    """A story 故事 in its teller's words. `teller` is in the register of persons, once they were asked for consent.
    `traits` says of each thing that would let somebody be recognised what was found and changed."""

    lead = models.OneToOneField(Lead, models.PROTECT, related_name="story")
    district = models.CharField(max_length=6)
    number = models.CharField(max_length=12)
    title = models.CharField(max_length=60)
    kick = models.CharField(max_length=60, blank=True)
    deck = models.CharField(max_length=200, blank=True)
    teller = models.UUIDField(null=True)
    teller_name = EncryptedText(max_length=20, blank=True)
    part = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=9, choices=[(s, s) for s in State], default=State.WRITING)
    traits = models.JSONField(default=dict)
    begun_at = models.DateTimeField()
    written_by = models.UUIDField(null=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.UUIDField(null=True)
    published_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["district", "number"], name="one_story_of_a_number_and_district"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | Q(published_at__isnull=False, checked_by__isnull=False, reviewed_by__isnull=False),
                name="no_story_published_without_a_check_and_a_review",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def published_on(self) -> date | None:
        return shanghai.day(self.published_at) if self.published_at else None

    @property
    def ended_on(self) -> date | None:
        return shanghai.day(self.ended_at) if self.ended_at else None


class Sentence(Row):
    """One sentence 句, in its order. `person` is whom it is about: with their consent it goes, and its digest stays."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="sentences")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=7, choices=[(b, b) for b in Basis], default=Basis.NONE)
    case_kind = models.CharField(max_length=60, blank=True)
    case_key = models.UUIDField(null=True)
    case_number = models.CharField(max_length=20, blank=True)
    event = models.CharField(max_length=60, blank=True)
    sources = models.CharField(max_length=100, blank=True)
    person = models.UUIDField(null=True)
    digest = models.CharField(max_length=64)
    omitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["story_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="one_sentence_a_number_of_a_story"),
            models.CheckConstraint(
                condition=Q(omitted_at__isnull=True) | Q(text=""), name="nothing_is_left_of_an_omitted_sentence"
            ),
            models.CheckConstraint(
                condition=~Q(basis=Basis.EVENT) | Q(case_key__isnull=False), name="no_event_cited_without_its_case"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Correction(Placed):
    """A sentence of a published story was put right 更正: both texts, the day and the reason."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="corrections")
    sentence = models.ForeignKey(Sentence, models.CASCADE, related_name="corrections")
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.reason

    @property
    def made_on(self) -> date:
        return shanghai.day(self.made_at)
