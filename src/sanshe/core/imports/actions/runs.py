"""Read a file in, mend or skip its rows in place, take it over in one piece."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from sanshe.core.imports import rules
from sanshe.core.imports.adapters import sheet_in
from sanshe.core.imports.enums import FINAL_OF, E, R, RowState, RunState
from sanshe.core.imports.models import ImportRow, ImportRun
from sanshe.core.imports.phrases import LOST_DIGITS
from sanshe.core.imports.queries import IMPORTERS, settle, told, values_of
from sanshe.core.imports.types import Fault, ImportedRow, Importer, RowVerdict, Sheet, Went
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record

Progress = Callable[[int, int], object]


def read_in(
    *,
    importer: Importer,
    data: bytes,
    name: str,
    context: Mapping[str, str],
    by: Actor,
    at: datetime,
    with_hidden: bool = False,
    progress: Progress | None = None,
) -> ImportRun:
    """Read a file and check every row; nothing is taken over yet. The same file for the same purpose is the same run.

    Raises `Refused` with a code of ledgers for a file that is no sheet, is too large or lacks a required column, and
    for a context that is nothing this person may take in.
    """
    settled = settle(importer, by, context)
    if settled is None:
        raise Refused(R.NOTHING_MEANT, names="、".join(importer.context))
    context = settled
    asked = {one: context.get(one, "") for one in importer.context}
    purpose = digest.fingerprint(asked | ({"hidden": "yes"} if with_hidden else {}))
    found = {"importer": importer.code, "digest": digest.fingerprint_bytes(data), "purpose": purpose}
    if run := ImportRun.objects.filter(**found).first():
        return run
    sheet = sheet_in.read(data, importer.fields, importer.most_rows, with_hidden)
    columns = rules.match(sheet.header, importer.fields)
    lacking = rules.missing(columns, importer.fields)
    insist(R.MISSING_COLUMNS if lacking else None, columns="、".join(lacking))
    run = ImportRun(
        **found,
        context=dict(context),
        name=name[:200],
        size=len(data),
        encoding=sheet.encoding,
        note=_note(sheet),
        columns=_columns(sheet, columns),
        area_path=importer.area_path(context) if importer.area_path else "",
        read_at=at,
        read_by=by.id,
    )
    return _keep(run, _judged(importer, _rows(sheet, columns, context), progress), by, at)


def _note(sheet: Sheet) -> str:
    """What is to be said of the file, as codes: `formulas external hidden:2 closing:1 table:汇总表`."""
    counted = {"hidden": len(sheet.hidden), "closing": len(sheet.closing)}
    said = [sheet.note, *(f"{code}:{n}" for code, n in counted.items() if n)]
    if sheet.tables > 1:
        said.append(f"table:{sheet.name.replace(' ', '_')[:60]}")
    return " ".join(one for one in said if one)


def _columns(sheet: Sheet, columns: Mapping[str, int]) -> list[list[str]]:
    """(head in the file, field code or "") for the page that shows how columns were understood."""
    fields = {place: code for code, place in columns.items()}
    return [[head, fields.get(place, "")] for place, head in enumerate(sheet.header)]


def _rows(sheet: Sheet, columns: Mapping[str, int], context: Mapping[str, str]) -> list[ImportedRow]:
    def value(cells: Sequence[str], place: int) -> str:
        return cells[place].strip() if place < len(cells) else ""

    return [
        ImportedRow(no, {code: value(cells, place) for code, place in columns.items()}, context)
        for no, cells in sheet.rows
    ]


def _judged(importer: Importer, rows: Sequence[ImportedRow], progress: Progress | None = None) -> list[ImportRow]:
    made: list[ImportRow] = []
    seen: dict[Any, int] = {}
    for done, row in enumerate(rows, 1):
        verdict = _verdict(importer, row, seen)
        made.append(_put(ImportRow(no=row.no), row, verdict))
        if progress and done % 100 == 0:
            progress(done, len(rows))
    return made


def _verdict(importer: Importer, row: ImportedRow, seen: dict[Any, int]) -> RowVerdict:
    """What the app says, after what the file itself says: a row that stands twice."""
    verdict = _without_lost_digits(importer.check(row), row)
    read = replace(row, values=verdict.values) if verdict.values is not None else row
    same = importer.same(read) if importer.same else None
    if same is None or verdict.faults:
        return verdict
    first = seen.setdefault(same, row.no)
    if first != row.no and not verdict.duplicate_of:
        return replace(verdict, duplicate_of=f"#{first}")
    return verdict


def _without_lost_digits(verdict: RowVerdict, row: ImportedRow) -> RowVerdict:
    """A long number that the spreadsheet program rounded is named as such, whatever the app says of it."""
    lost = [code for code, cell in row.values.items() if rules.is_exponent(cell)]
    others = tuple(one for one in verdict.faults if one.field not in lost)
    found = tuple(Fault(code, LOST_DIGITS.format(cell=row[code])) for code in lost)
    return replace(verdict, faults=(*found, *others)) if lost else verdict


def _put(kept: ImportRow, row: ImportedRow, verdict: RowVerdict) -> ImportRow:
    kept.values = json.dumps(dict(verdict.values if verdict.values is not None else row.values), ensure_ascii=False)
    kept.faults = [{"field": one.field, "sentence": str(one.sentence)} for one in verdict.faults]
    kept.duplicate_of, kept.url = verdict.duplicate_of[:200], verdict.duplicate_url[:300]
    kept.state = _state(verdict)
    return kept


def _state(verdict: RowVerdict) -> RowState:
    if verdict.faults:
        return RowState.SKIP if verdict.skip else RowState.MEND
    return RowState.DUPLICATE if verdict.duplicate_of else RowState.GOOD


@transaction.atomic
def _keep(run: ImportRun, rows: list[ImportRow], by: Actor, at: datetime) -> ImportRun:
    kept = {"importer": run.importer, "digest": run.digest, "purpose": run.purpose}
    ImportRun.objects.bulk_create([run], ignore_conflicts=True)  # somebody may have been faster with the same file
    first = ImportRun.objects.get(**kept)
    if first.pk != run.pk:
        return first
    for row in rows:
        row.run_id = run.pk
    ImportRow.objects.bulk_create(rows, batch_size=500)
    new = {"importer": run.importer, "rows": len(rows), "digest": run.digest, "name": run.name}
    record(E.IMPORT_READ, run, by=by, at=at, **new)
    return run


def _hold(run: ImportRun) -> None:
    """Take the run for this transaction; the version makes two people at one import wait and then see one another."""
    if not ImportRun.objects.filter(pk=run.pk, state=RunState.OPEN).update(version=F("version") + 1):
        raise Refused(R.RUN_IS_OVER)


@transaction.atomic
def mend(*, run: ImportRun, no: int, field: str, value: str, by: Actor, at: datetime) -> ImportRow:
    """Write another value into one cell and check the row anew. The file itself is not touched."""
    _hold(run)
    importer, kept = IMPORTERS[run.importer], ImportRow.objects.get(run=run, no=no)
    if field not in {one.code for one in importer.fields}:
        raise Refused(R.STALE)
    values = values_of(kept) | {field: value.replace("\x00", "").strip()[:2000]}
    row = ImportedRow(no, values, run.context)
    _put(kept, row, _verdict(importer, row, _seen(importer, run, no)))
    kept.mended = sorted({*kept.mended, field})
    kept.save(update_fields=["values", "faults", "duplicate_of", "url", "state", "mended"])
    record(E.IMPORT_MENDED, run, by=by, at=at, row=no, field=field, state=kept.state)
    return kept


def _seen(importer: Importer, run: ImportRun, but: int) -> dict[Any, int]:
    """What stands in the other rows of the file, for finding doubles."""
    if importer.same is None:
        return {}
    others = ImportRow.objects.filter(run=run, state=RowState.GOOD).exclude(no=but).order_by("-no")
    return {importer.same(told(one, run.context)): one.no for one in others}


@transaction.atomic
def skip(*, run: ImportRun, no: int, leave_out: bool, by: Actor, at: datetime) -> ImportRow:
    """Leave a row out, or take the decision back; then it stands again as its check says."""
    _hold(run)
    importer, kept = IMPORTERS[run.importer], ImportRow.objects.get(run=run, no=no)
    if leave_out:
        kept.state = RowState.SKIP
    else:
        row = told(kept, run.context)
        verdict = replace(_verdict(importer, row, _seen(importer, run, no)), skip=False)
        _put(kept, row, verdict)
    kept.save(update_fields=["state", "values", "faults", "duplicate_of", "url"])
    return kept


@transaction.atomic
def check_again(*, run: ImportRun) -> int:
    """Ask the app anew about every row that is not left out (the world may have moved); returns how many changed."""
    _hold(run)
    importer, changed = IMPORTERS[run.importer], 0
    seen: dict[Any, int] = {}
    for kept in ImportRow.objects.filter(run=run).exclude(state=RowState.SKIP).order_by("no"):
        row, before = told(kept, run.context), kept.state
        _put(kept, row, _verdict(importer, row, seen))
        if kept.state != before:
            kept.save(update_fields=["state", "values", "faults", "duplicate_of", "url"])
            changed += 1
    return changed


@transaction.atomic
def apply_run(*, run: ImportRun, skip_bad: bool, by: Actor, at: datetime) -> ImportRun:
    """Take over all good rows, or none. Raises `Refused(BAD_ROWS, n=)` while rows have faults, unless they are skipped.

    An import that is over changes nothing and is handed back as it is.
    """
    if ImportRun.objects.filter(pk=run.pk, state=RunState.APPLIED).exists():
        run.refresh_from_db()
        return run
    check_again(run=run)
    bad = ImportRow.objects.filter(run=run, state=RowState.MEND).count()
    insist(R.BAD_ROWS if bad and not skip_bad else None, n=bad)
    rows = list(ImportRow.objects.filter(run=run, state=RowState.GOOD).order_by("no"))
    insist(None if rows else R.NOTHING_TO_IMPORT)
    _take_over(run, rows, by, at)
    moved = ImportRun.objects.filter(pk=run.pk, state=RunState.OPEN).update(
        state=RunState.APPLIED, applied_at=at, applied_by=by.id
    )
    insist(None if moved else R.RUN_IS_OVER)
    run.refresh_from_db()
    counts = {"applied": len(rows), "all": ImportRow.objects.filter(run=run).count()}
    record(E.IMPORTED, run, by=by, at=at, **counts)
    return run


def _take_over(run: ImportRun, rows: list[ImportRow], by: Actor, at: datetime) -> None:
    importer = IMPORTERS[run.importer]
    went = importer.apply([told(row, run.context) for row in rows], by=by, at=at)
    insist(R.ANSWERS_DIFFER if len(went) != len(rows) else None)
    for row, one in zip(rows, went, strict=True):
        row.state, row.went, row.url = RowState.APPLIED, _label(one)[:200], _url(one)[:300]
    ImportRow.objects.bulk_update(rows, ["state", "went", "url"], batch_size=200)
    for state, final in FINAL_OF.items():
        ImportRow.objects.filter(run=run, state=state).update(state=final)


def _label(one: Went | str) -> str:
    return one.label if isinstance(one, Went) else str(one or "")


def _url(one: Went | str) -> str:
    return one.url if isinstance(one, Went) else ""
