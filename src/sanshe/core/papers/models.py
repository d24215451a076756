"""Texts of papers, papers that were made, sets of them."""

from django.db import models

from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Keyed, Placed


class DocumentTemplate(Keyed):
    """One version of a paper's text: a tree with {named blanks}, as JSON. The newest approved one is in use."""

    code = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    tree = models.JSONField()
    blanks = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    saved_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="one_template_a_version")]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class PaperSet(Placed):
    """Papers of one kind asked for at once. `subjects` are chosen under the asker's rights when it is asked."""

    KIND = "papers.set"

    code = models.CharField(max_length=100)
    case = models.CharField(max_length=100)
    case_id = models.UUIDField()
    subjects = models.JSONField(default=list)
    job = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    file = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "case_id", "code"], name="paper_sets_of_a_case")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finished_at__isnull=True) | models.Q(cancelled_at__isnull=True),
                name="a_set_is_finished_or_cancelled",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.pk}"


class Paper(Placed):
    """A paper that was made, as it was made: its whole text is kept sealed, with the version of its template.

    The same text for the same subject is the same paper, so that making it again changes nothing.
    """

    code = models.CharField(max_length=100)
    subject = models.UUIDField()
    case = models.CharField(max_length=100)
    case_id = models.UUIDField()
    name = models.CharField(max_length=200)
    template_version = models.PositiveIntegerField(default=0)
    tree = EncryptedText()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "case_id", "code", "-made_at"], name="papers_of_a_case")]
        constraints = [
            models.UniqueConstraint(fields=["code", "subject", "digest"], name="the_same_paper_is_made_once")
        ]

    def __str__(self) -> str:
        return self.name
