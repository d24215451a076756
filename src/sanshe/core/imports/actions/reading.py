"""Read a file in; say by hand which of its columns is which, remembered for the office's next sheet like it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.db import transaction

from sanshe.core.imports import adapters, rules
from sanshe.core.imports.actions.judging import Progress, judged
from sanshe.core.imports.enums import E, R, RowState, RunState
from sanshe.core.imports.models import ImportRow, ImportRun, ImportTable, Matching
from sanshe.core.imports.queries import IMPORTERS, matchings, settle, tables_of, values_of
from sanshe.core.imports.types import Book, ImportedRow, Importer, Sheet, Spot, Table
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record

Columns = Mapping[int, str]
HEAD_SHOWN = 200  # characters of a head that a page shows


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

    A run whose columns are not understood waits for `match_columns`. Raises `Refused` for a file that is no sheet or is
    too large, and for a context that is nothing this person may take in.
    """
    settled = settle(importer, by, context)
    if settled is None:
        raise Refused(R.NOTHING_MEANT, names="、".join(importer.context))
    found = _identity(importer, data, settled, with_hidden)
    if run := ImportRun.objects.filter(**found).first():
        return run
    area_path = importer.area_path(settled) if importer.area_path else ""
    run = ImportRun(
        **found,
        context=dict(settled),
        name=name[:200],
        size=len(data),
        with_hidden=with_hidden,
        area_path=area_path,
        read_at=at,
        read_by=by.id,
    )
    book = adapters.book(data, importer.most_rows)
    rows = _understood(run, importer, book)
    return _keep(run, judged(importer, rows, progress), _packed(book.tables), by, at)


def _identity(importer: Importer, data: bytes, context: Mapping[str, str], with_hidden: bool) -> dict[str, str]:
    """What makes two readings the same one: the bytes, and what they are for."""
    asked = {one: context.get(one, "") for one in importer.context}
    purpose = digest.fingerprint(asked | ({"hidden": "yes"} if with_hidden else {}))
    return {"importer": importer.code, "digest": digest.fingerprint_bytes(data), "purpose": purpose}


def _understood(run: ImportRun, importer: Importer, book: Book) -> list[ImportedRow]:
    """Which column is which, as the office once said or by the heads; no rows where a required field is missing."""
    spot, matching = _spot(book.tables, importer, matchings(importer.code, run.area_path))
    sheet = _sheet(book.tables, spot, importer, run.with_hidden)
    columns = rules.placed(sheet.header, matching.columns) if matching else rules.known(sheet.header, importer.fields)
    is_whole = rules.refusal_of_columns(columns, importer.fields) is None
    run.state = RunState.OPEN if is_whole else RunState.COLUMNS
    run.encoding, run.matching = book.encoding, matching if is_whole else None
    _say(run, _Read(sheet, spot, columns if is_whole else {}, tuple(book.note.split())))
    return _rows(sheet, columns, run.context) if is_whole else []


def _spot(tables: Sequence[Table], importer: Importer, known: Mapping[str, Matching]) -> tuple[Spot, Matching | None]:
    """Where the head stands: one that the office matched before, else the one that names most fields."""
    spot = rules.spot_remembered(tables, known.__contains__) if known else None
    if spot is None:
        return rules.spot_of(tables, importer.fields), None
    return spot, known[rules.print_of(rules.header_at(tables[spot.table], spot)[0])]


def _sheet(tables: Sequence[Table], spot: Spot, importer: Importer, with_hidden: bool) -> Sheet:
    sheet = rules.sheet_at(tables, spot, with_hidden)
    if refusal := rules.refusal_of_sheet(sheet, importer.most_rows):
        raise refusal
    return sheet


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet with what it was read by; `note` has the codes of what is to be said of the file."""

    sheet: Sheet
    spot: Spot
    columns: Columns
    note: tuple[str, ...]


def _say(run: ImportRun, read: _Read) -> None:
    """Keep with the run how it was read: `formulas external hidden:2 closing:1 table:汇总表`."""
    sheet = read.sheet
    counted = {"hidden": len(sheet.hidden), "closing": len(sheet.closing)}
    said = [*read.note, *(f"{code}:{n}" for code, n in counted.items() if n)]
    if sheet.tables > 1:
        said.append(f"table:{sheet.name.replace(' ', '_')[:60]}")
    run.note, run.spot = " ".join(said), asdict(read.spot)
    run.columns = [[head[:HEAD_SHOWN], read.columns.get(place, "")] for place, head in enumerate(sheet.header)]


def _rows(sheet: Sheet, columns: Columns, context: Mapping[str, str]) -> list[ImportedRow]:
    def value(cells: Sequence[str], place: int) -> str:
        return cells[place].strip() if place < len(cells) else ""

    return [
        ImportedRow(no, {code: value(cells, place) for place, code in columns.items()}, context)
        for no, cells in sheet.rows
    ]


def _packed(tables: Sequence[Table]) -> list[ImportTable]:
    """The tables as they are kept; one that is too large keeps only its name and why."""
    made = []
    for place, one in enumerate(tables):
        cells = None if one.fault else adapters.packed(one)
        fault = one.fault or (R.TOO_LARGE if cells is None else "")
        kept = ImportTable(place=place, name=one.name[:200], is_shown=one.is_shown, cells=cells or "", fault=fault)
        kept.facts = dict(one.facts)
        made.append(kept)
    return made


@transaction.atomic
def _keep(run: ImportRun, rows: list[ImportRow], tables: list[ImportTable], by: Actor, at: datetime) -> ImportRun:
    kept = {"importer": run.importer, "digest": run.digest, "purpose": run.purpose}
    ImportRun.objects.bulk_create([run], ignore_conflicts=True)  # somebody may have been faster with the same file
    first = ImportRun.objects.get(**kept)
    if first.pk != run.pk:
        return first
    _put_down(run, rows)
    for table in tables:
        table.run_id = run.pk
    ImportTable.objects.bulk_create(tables)
    new = {"importer": run.importer, "rows": len(rows), "digest": run.digest, "name": run.name}
    record(E.IMPORT_READ, run, by=by, at=at, **new)
    return run


def _put_down(run: ImportRun, rows: list[ImportRow]) -> None:
    for row in rows:
        row.run_id = run.pk
    ImportRow.objects.bulk_create(rows, batch_size=500)


def match_columns(*, run: ImportRun, spot: Spot, columns: Columns, by: Actor, at: datetime) -> ImportRun:
    """Say by hand where the head stands and which column is which; every row is read and checked anew by it.

    What was mended or left out by hand in the same rows stays so. The office's next sheet with these heads is read
    alike. `run` is as it was read: somebody else's word meanwhile is a refusal.
    """
    insist(R.RUN_IS_OVER if run.state == RunState.APPLIED else None)
    importer, tables = IMPORTERS[run.importer], tables_of(run)
    insist(None if spot.table < len(tables) else R.STALE)
    sheet = _sheet(tables, spot, importer, run.with_hidden)
    columns = {place: code for place, code in columns.items() if code and place < len(sheet.header)}
    if refusal := rules.refusal_of_columns(columns, importer.fields):
        raise refusal
    before = _by_hand(run) if run.spot.get("table") == spot.table else {}
    rows = judged(importer, [_as_mended(one, before) for one in _rows(sheet, columns, run.context)])
    for row in rows:
        _leave_as_decided(row, before.get(row.no))
    old = [code for _head, code in run.columns]
    _say(run, _Read(sheet, spot, columns, tuple(one for one in run.note.split() if ":" not in one)))
    return _rematch(run, sheet.header, old, rows, by, at)


def _by_hand(run: ImportRun) -> dict[int, ImportRow]:
    """The rows that somebody mended or left out."""
    rows = ImportRow.objects.filter(run=run)
    return {row.no: row for row in rows if row.mended or row.is_left_out}


def _as_mended(row: ImportedRow, before: Mapping[int, ImportRow]) -> ImportedRow:
    if row.no not in before:
        return row
    typed = values_of(before[row.no])
    return replace(row, values={**row.values, **{code: typed.get(code, "") for code in before[row.no].mended}})


def _leave_as_decided(row: ImportRow, before: ImportRow | None) -> None:
    if before:
        row.mended, row.is_left_out = before.mended, before.is_left_out
        row.state = RowState.SKIP if before.is_left_out else row.state


@transaction.atomic
def _rematch(
    run: ImportRun, header: Sequence[str], old: list[str], rows: list[ImportRow], by: Actor, at: datetime
) -> ImportRun:
    said = {"spot": run.spot, "columns": run.columns, "note": run.note, "state": RunState.OPEN}
    columns = {place: code for place, (_head, code) in enumerate(run.columns) if code}
    change(run, matching=_remembered(run, header, columns, by, at), **said)
    ImportRow.objects.filter(run=run).delete()
    _put_down(run, rows)
    record(E.COLUMNS_MATCHED, run, by=by, at=at, old={"columns": old}, columns=run.columns, rows=len(rows))
    return run


def _remembered(run: ImportRun, header: Sequence[str], columns: Columns, by: Actor, at: datetime) -> Matching | None:
    """The office's word for these heads, from now on this one; a sheet without heads is not known again."""
    heads = rules.print_of(header)
    if not heads:
        return None
    keys = rules.keys_of(header)
    said = {"columns": {keys[place]: code for place, code in columns.items()}, "said_at": at, "said_by": by.id}
    row = Matching(area_path=run.area_path, importer=run.importer, heads=heads, **said)
    Matching.objects.bulk_create([row], ignore_conflicts=True)
    kept = Matching.objects.select_for_update().get(area_path=run.area_path, importer=run.importer, heads=heads)
    return kept if kept.pk == row.pk else change(kept, **said)
