"""Imports: where each row stands, sums that add up, and whose they are to see."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from sanshe.core.imports import rules
from sanshe.core.imports.adapters import unpacked
from sanshe.core.imports.enums import R, RowState, RunState
from sanshe.core.imports.models import ImportRow, ImportRun, ImportTable, Matching
from sanshe.core.imports.types import ImportedRow, Importer, Table
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.registry import Registry
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.queries.registries import holds
from sanshe.core.ledgers.types import Column, Page

IMPORTERS: Registry[Importer] = Registry("importer")
LINES = ("no", "pk")  # in the order of the file
TO_DECIDE = (RowState.MEND, RowState.SKIP, RowState.DUPLICATE)


def settle(importer: Importer, actor: Actor, context: Mapping[str, str]) -> Mapping[str, str] | None:
    """What a context stands for among what this person may take in; None when it is nothing."""
    return importer.settle(actor, context) if importer.settle else context


def may_use(importer: Importer, actor: Actor, context: Mapping[str, str], path: str = "") -> bool:
    """True when the actor holds the code, for the area and purpose of this import."""
    if not holds(actor, importer.codes):
        return False
    if importer.may is not None:
        return importer.may(actor, context)
    path = path or (importer.area_path(context) if importer.area_path else "")
    return not path or any(actor.may_at(code, path) for code in importer.codes)


def run_of(actor: Actor, run_id: UUID) -> ImportRun | None:
    """A run this actor may work on; None for all others, as for one that is not there."""
    run = ImportRun.objects.filter(pk=run_id).first()
    importer = IMPORTERS.get(run.importer) if run else None
    return run if run and importer and may_use(importer, actor, run.context, run.area_path) else None


def matchings(importer: str, area_path: str) -> dict[str, Matching]:
    """What the office of an area said of columns before, by the fingerprint of the heads, the newest last."""
    rows = Matching.objects.filter(importer=importer, area_path=area_path).order_by("said_at", "pk")
    return {row.heads: row for row in rows}


def tables_of(run: ImportRun) -> list[Table]:
    """The tables of a file that is not taken over yet."""
    rows = ImportTable.objects.filter(run=run).order_by("place")
    return [
        Table((), row.name, row.is_shown, fault=R(row.fault), facts=row.facts)
        if row.fault
        else unpacked(row.cells, row.name, row.is_shown)
        for row in rows
    ]


def refusal_of_heads(run: ImportRun) -> Refused:
    """Why the heads of a file were not understood, for who cannot say by hand which is which."""
    fields = IMPORTERS[run.importer].fields
    try:
        lacking = rules.missing(rules.match([head for head, _code in run.columns], fields), fields)
    except Refused as refusal:
        return refusal
    return Refused(R.MISSING_COLUMNS, columns="、".join(lacking))


def rows_of_run(run: ImportRun, states: tuple[str, ...] = (), limit: int | None = None) -> list[ImportRow]:
    """Its rows in the order of the file."""
    rows = ImportRow.objects.filter(run=run).order_by("no")
    rows = rows.filter(state__in=states) if states else rows
    return list(rows[:limit] if limit else rows)


def values_of(row: ImportRow) -> dict[str, str]:
    """What a row holds, by field code; nothing once its year is over."""
    return json.loads(row.values or "{}")


def told(row: ImportRow, context: Mapping[str, str]) -> ImportedRow:
    """A row as an app is asked about it."""
    return ImportedRow(row.no, values_of(row), context)


def summary(run: ImportRun) -> dict[str, int]:
    """How many rows stand where; every state is there, "all" is their sum, "look" those with something to decide."""
    found = dict.fromkeys((str(state) for state in RowState), 0)
    found |= dict(ImportRow.objects.filter(run=run).order_by().values_list("state").annotate(Count("pk")))
    look = sum(found[state] for state in TO_DECIDE)
    return found | {"all": sum(found.values()), "look": look}


def open_runs(actor: Actor, code: str) -> list[ImportRun]:
    """Imports begun and not finished, newest first, at most 20."""
    importer = IMPORTERS.get(code)
    if importer is None:
        return []
    runs = ImportRun.objects.filter(importer=code, state=RunState.OPEN).order_by("-read_at")[:100]
    return [run for run in runs if may_use(importer, actor, run.context, run.area_path)][:20]


def page_of(run: ImportRun, after: str | None = None, before: str | None = None) -> Page:
    """One page of the rows with something to decide; of an import that is over, of all its rows. A page that has
    emptied meanwhile is the first."""
    rows = ImportRow.objects.filter(run=run)
    rows = rows if run.applied_at else rows.filter(state__in=TO_DECIDE)
    page = keyset(rows, LINES, "imports.rows", after=after, before=before)
    return page if page.rows or not (after or before) else keyset(rows, LINES, "imports.rows")


def to_look_at(run: ImportRun, rows: Iterable[ImportRow]) -> list[dict[str, Any]]:
    """Rows with something to decide, as the page lists them: one line for each fault, one for a double."""
    importer = IMPORTERS[run.importer]
    labels = {field.code: field.label for field in importer.fields}
    name = next((field.code for field in importer.fields if field.is_name), importer.fields[0].code)
    lines = []
    for row in rows:
        values = values_of(row)
        for place, fault in enumerate(row.faults or [{"field": "", "sentence": row.duplicate_of}]):
            code = fault["field"]
            lines.append({
                "row": row, "name": values.get(name, ""), "field": code, "label": labels.get(code, ""),
                "value": values.get(code, ""), "sentence": fault["sentence"], "is_first": place == 0,
                "is_double": row.state == RowState.DUPLICATE or not code,
                "first_word": _("改") if code else _("并入"),
            })  # fmt: skip
    return lines


def good_rows(run: ImportRun, most: int = 60) -> list[tuple[int, str]]:
    """(number, name) of the first rows without a fault; a person's name is not shown here."""
    fields = IMPORTERS[run.importer].fields
    name = next((field.code for field in fields if field.is_name and not field.is_personal), "")
    return [(row.no, values_of(row).get(name, "")) for row in rows_of_run(run, (RowState.GOOD,), most)]


def importers_of(actor: Actor) -> list[Importer]:
    """The sheets an actor may read in, as far as no context (a batch) is asked."""
    return [one for one in IMPORTERS if holds(actor, one.codes)]


def samples(run: ImportRun) -> list[dict[str, Any]]:
    """How the columns of the file were understood, each with a sample; personal values are not shown here."""
    fields = {field.code: field for field in IMPORTERS[run.importer].fields}
    first = ImportRow.objects.filter(run=run).order_by("no").first()
    values = values_of(first) if first else {}
    return [
        {
            "head": head,
            "label": fields[code].label if code in fields else "",
            "sample": "" if code in fields and fields[code].is_personal else values.get(code, ""),
            "is_personal": code in fields and fields[code].is_personal,
        }
        for head, code in run.columns
    ]


def bad_rows(run: ImportRun) -> tuple[list[Column], list[tuple[str, ...]]]:
    """The rows with faults, doubles and rows left out, under the import's own heads, with the reason behind."""
    importer = IMPORTERS[run.importer]
    columns = [Column(field.code, field.label) for field in importer.fields]
    columns = [Column("no", _("行")), *columns, Column("why", _("哪里不对"))]
    states = (RowState.MEND, RowState.SKIP, RowState.SKIPPED, RowState.DUPLICATE, RowState.MERGED)
    lines = []
    for row in rows_of_run(run, states):
        values = values_of(row)
        why = "；".join(fault["sentence"] for fault in row.faults) or row.duplicate_of
        lines.append((str(row.no), *(values.get(field.code, "") for field in importer.fields), why))
    return columns, lines
