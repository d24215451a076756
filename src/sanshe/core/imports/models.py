"""Sheets that were read in, and their rows."""

from django.db import models

from sanshe.core.imports.enums import RowState, RunState
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Keyed, Row


class ImportRun(Row):
    """One file read in for one purpose. The same file for the same purpose is the same run.

    `spot` says where its head stands, `columns` is (head, field code or "") of each column, `matching` the office's
    word on them, if it ever gave one.
    """

    KIND = "imports.import"

    importer = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    purpose = models.CharField(max_length=64)
    context = models.JSONField(default=dict)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    encoding = models.CharField(max_length=20, default="")
    note = models.CharField(max_length=200, default="")
    with_hidden = models.BooleanField(default=False)
    spot = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    matching = models.ForeignKey("Matching", on_delete=models.PROTECT, null=True, related_name="runs")
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


class Matching(Row):
    """Which column is which, as an office said it for one set of heads: `columns` is field code by head."""

    KIND = "imports.matching"

    importer = models.CharField(max_length=100)
    heads = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    said_at = models.DateTimeField()
    said_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area_path", "importer", "heads"], name="one_matching_of_a_set_of_heads_in_an_area"
            )
        ]

    def __str__(self) -> str:
        return f"{self.importer} {self.area_path}"


class ImportTable(Keyed):
    """One table of a file, kept sealed while its columns may still be matched anew. `fault`: why it is not kept."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="tables")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    is_shown = models.BooleanField(default=True)
    cells = EncryptedText(default="")
    fault = models.CharField(max_length=60, default="")
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "place"], name="one_table_a_place_of_a_file")]

    def __str__(self) -> str:
        return self.name


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
    is_left_out = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["run", "state", "no"], name="rows_of_an_import")]
        constraints = [models.UniqueConstraint(fields=["run", "no"], name="one_import_row_a_line")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.no}"
