"""Mend or skip the rows of an import in place, take them over in one piece."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F

from sanshe.core.imports.actions.judging import put, seen_in, verdict_of, verdicts_of, write
from sanshe.core.imports.enums import FINAL_OF, E, R, RowState, RunState
from sanshe.core.imports.models import ImportRow, ImportRun, ImportTable
from sanshe.core.imports.queries import IMPORTERS, told, values_of
from sanshe.core.imports.types import ImportedRow, Went
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record


def _hold(run: ImportRun) -> None:
    """Take the run for this transaction; the version makes two people at one import wait and then see one another."""
    if not ImportRun.objects.filter(pk=run.pk, state=RunState.OPEN).update(version=F("version") + 1):
        is_over = ImportRun.objects.filter(pk=run.pk, state=RunState.APPLIED).exists()
        raise Refused(R.RUN_IS_OVER if is_over else R.NO_COLUMNS_YET)


def _row(run: ImportRun, no: int) -> ImportRow:
    """The row of that number; who asks for another has not seen the run as it is."""
    row = ImportRow.objects.filter(run=run, no=no).first()
    if row is None:
        raise Refused(R.STALE)
    return row


@transaction.atomic
def mend(*, run: ImportRun, no: int, field: str, value: str, by: Actor, at: datetime) -> ImportRow:
    """Write another value into one cell and check the row anew. The file itself is not touched."""
    _hold(run)
    importer, kept = IMPORTERS[run.importer], _row(run, no)
    if field not in {one.code for one in importer.fields}:
        raise Refused(R.STALE)
    values = values_of(kept) | {field: value.replace("\x00", "").strip()[:2000]}
    row = ImportedRow(no, values, run.context)
    put(kept, row, verdict_of(importer, row, seen_in(importer, run, no)))
    kept.mended = sorted({*kept.mended, field})
    kept.save(update_fields=["values", "faults", "duplicate_of", "url", "state", "mended"])
    record(E.IMPORT_MENDED, run, by=by, at=at, row=no, field=field, state=kept.state)
    return kept


@transaction.atomic
def skip(*, run: ImportRun, no: int, leave_out: bool, by: Actor, at: datetime) -> ImportRow:
    """Leave a row out, or take the decision back; then it stands again as its check says."""
    _hold(run)
    importer, kept = IMPORTERS[run.importer], _row(run, no)
    kept.is_left_out = leave_out
    if leave_out:
        kept.state = RowState.SKIP
    else:
        row = told(kept, run.context)
        verdict = replace(verdict_of(importer, row, seen_in(importer, run, no)), skip=False)
        put(kept, row, verdict)
    kept.save(update_fields=["state", "values", "faults", "duplicate_of", "url", "is_left_out"])
    return kept


@transaction.atomic
def check_again(*, run: ImportRun) -> int:
    """Ask the app anew about every row that is not left out (the world may have moved); returns how many changed."""
    _hold(run)
    kept = list(ImportRow.objects.filter(run=run).exclude(state=RowState.SKIP).order_by("no"))
    rows, before = [told(one, run.context) for one in kept], [one.state for one in kept]
    for one, row, verdict in zip(kept, rows, verdicts_of(IMPORTERS[run.importer], rows, {}), strict=True):
        put(one, row, verdict)
    changed = [one for one, state in zip(kept, before, strict=True) if one.state != state]
    write(changed, "state", "values", "faults", "duplicate_of", "url")
    return len(changed)


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
    write(rows, "state", "went", "url")
    for state, final in FINAL_OF.items():
        ImportRow.objects.filter(run=run, state=state).update(state=final)
    ImportTable.objects.filter(run=run).delete()


def _label(one: Went | str) -> str:
    return one.label if isinstance(one, Went) else str(one or "")


def _url(one: Went | str) -> str:
    return one.url if isinstance(one, Went) else ""
