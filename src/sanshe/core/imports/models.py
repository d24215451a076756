"""Sheets that were read in, and their rows."""

from django.db import models

from sanshe.core.imports.enums import RowState, RunState
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Keyed, Row


class ImportRun(Row):
    """One file read in for one purpose. The same file for the same purpose is the same run."""

    KIND = "imports.import"

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
    read_at = models.DateTimeField()
    read_by = models.UUIDField(null=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["importer", "digest", "purpose"], name="the_same_file_is_one_import")
        ]

    def __str__(self) -> str:
        return f"{self.importer} {self.name}"


class ImportRow(Keyed):
    """One row of it. What it holds may be personal, so it is kept sealed."""

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
