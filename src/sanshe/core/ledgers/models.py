"""Counters, serial numbers, templates of papers, papers that were made, imports."""

from django.db import models

from sanshe.core.kit import ids
from sanshe.core.ledgers.enums import RowState, RunState
from sanshe.core.privacy.fields import EncryptedText


class CounterDelta(models.Model):
    """What one event added to a counter; written in the event's transaction, folded into `Counter` by a job."""

    key = models.CharField(max_length=100)
    area_path = models.CharField(max_length=15)
    n = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "area_path"], name="deltas_of_a_counter")]

    def __str__(self) -> str:
        return f"{self.key} {self.area_path} {self.n:+}"


class Counter(models.Model):
    """What was counted so far for one key and one area, without the deltas not yet folded."""

    key = models.CharField(max_length=100)
    area_path = models.CharField(max_length=15)
    n = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "area_path"], name="one_counter_a_key_and_area")]

    def __str__(self) -> str:
        return f"{self.key} {self.area_path} {self.n}"


class Serial(models.Model):
    """The last number given in a series."""

    series = models.CharField(primary_key=True, max_length=100)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series} {self.last}"


class DocumentTemplate(models.Model):
    """One version of a paper's text: a tree with {named blanks}, as JSON. The newest approved one is in use."""

    id = models.UUIDField(primary_key=True, default=ids.new)
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


class PaperSet(models.Model):
    """Papers of one kind asked for at once. `subjects` are chosen under the asker's rights when it is asked."""

    id = models.UUIDField(primary_key=True, default=ids.new)
    code = models.CharField(max_length=100)
    case = models.CharField(max_length=100)
    case_id = models.UUIDField()
    area_path = models.CharField(max_length=15, db_index=True)
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


class Paper(models.Model):
    """A paper that was made, as it was made: its whole text is kept sealed, with the version of its template.

    The same text for the same subject is the same paper, so that making it again changes nothing.
    """

    id = models.UUIDField(primary_key=True, default=ids.new)
    code = models.CharField(max_length=100)
    subject = models.UUIDField()
    case = models.CharField(max_length=100)
    case_id = models.UUIDField()
    area_path = models.CharField(max_length=15, db_index=True)
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


class ImportRun(models.Model):
    """One file read in for one purpose. The same file for the same purpose is the same run."""

    id = models.UUIDField(primary_key=True, default=ids.new)
    importer = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    purpose = models.CharField(max_length=64)
    context = models.JSONField(default=dict)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    encoding = models.CharField(max_length=20, default="")
    note = models.CharField(max_length=200, default="")
    columns = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=RunState.OPEN, choices=[(s, s) for s in RunState])
    area_path = models.CharField(max_length=15, default="", db_index=True)
    read_at = models.DateTimeField()
    read_by = models.UUIDField(null=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["importer", "digest", "purpose"], name="the_same_file_is_one_import")
        ]

    def __str__(self) -> str:
        return f"{self.importer} {self.name}"


class ImportRow(models.Model):
    """One row of it. What it holds may be personal, so it is kept sealed."""

    id = models.UUIDField(primary_key=True, default=ids.new)
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    no = models.PositiveIntegerField()
    values = EncryptedText()
    state = models.CharField(max_length=10, choices=[(s, s) for s in RowState])
    faults = models.JSONField(default=list)
    duplicate_of = models.CharField(max_length=200, default="")
    went = models.CharField(max_length=200, default="")
    url = models.CharField(max_length=300, default="")
    mended = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["run", "state", "no"], name="rows_of_an_import")]
        constraints = [models.UniqueConstraint(fields=["run", "no"], name="one_import_row_a_line")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.no}"
