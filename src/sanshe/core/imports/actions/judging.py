"""What an app says of each row, and what the file itself says: a row that stands twice, digits that are lost."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sanshe.core.imports import rules
from sanshe.core.imports.enums import R, RowState
from sanshe.core.imports.models import ImportRow, ImportRun
from sanshe.core.imports.phrases import LOST_DIGITS
from sanshe.core.imports.queries import told
from sanshe.core.imports.types import Fault, ImportedRow, Importer, RowVerdict
from sanshe.core.kit.refused import insist

CHUNK = 500  # rows asked about at once
Progress = Callable[[int, int], object]


def judged(importer: Importer, rows: Sequence[ImportedRow], progress: Progress | None = None) -> list[ImportRow]:
    verdicts = verdicts_of(importer, rows, {}, progress)
    return [put(ImportRow(no=row.no), row, verdict) for row, verdict in zip(rows, verdicts, strict=True)]


def verdicts_of(
    importer: Importer, rows: Sequence[ImportedRow], seen: dict[Any, int], progress: Progress | None = None
) -> list[RowVerdict]:
    """What the app says of each row, a chunk at once. Raises `Refused` when it does not answer for every row."""
    verdicts: list[RowVerdict] = []
    for at in range(0, len(rows), CHUNK):
        chunk = rows[at : at + CHUNK]
        said = importer.check(chunk)
        insist(R.ANSWERS_DIFFER if len(said) != len(chunk) else None)
        verdicts += [_verdict(importer, row, one, seen) for row, one in zip(chunk, said, strict=True)]
        if progress:
            progress(len(verdicts), len(rows))
    return verdicts


def verdict_of(importer: Importer, row: ImportedRow, seen: dict[Any, int]) -> RowVerdict:
    return verdicts_of(importer, [row], seen)[0]


def _verdict(importer: Importer, row: ImportedRow, said: RowVerdict, seen: dict[Any, int]) -> RowVerdict:
    """What the app says, after what the file itself says: a row that stands twice."""
    verdict = _without_lost_digits(said, row)
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


def put(kept: ImportRow, row: ImportedRow, verdict: RowVerdict) -> ImportRow:
    kept.values = json.dumps(dict(verdict.values if verdict.values is not None else row.values), ensure_ascii=False)
    kept.faults = [{"field": one.field, "sentence": str(one.sentence)} for one in verdict.faults]
    kept.duplicate_of, kept.url = verdict.duplicate_of[:200], verdict.duplicate_url[:300]
    kept.state = _state(verdict)
    return kept


def _state(verdict: RowVerdict) -> RowState:
    if verdict.faults:
        return RowState.SKIP if verdict.skip else RowState.MEND
    return RowState.DUPLICATE if verdict.duplicate_of else RowState.GOOD


def seen_in(importer: Importer, run: ImportRun, but: int) -> dict[Any, int]:
    """What stands in the other rows of the file, for finding doubles."""
    if importer.same is None:
        return {}
    others = ImportRow.objects.filter(run=run, state=RowState.GOOD).exclude(no=but).order_by("-no")
    return {importer.same(told(one, run.context)): one.no for one in others}


def write(rows: Sequence[ImportRow], *names: str) -> None:
    """Write these fields of rows that are there. One insert that meets its rows: an update of many is slower by far."""
    ImportRow.objects.bulk_create(
        rows, batch_size=CHUNK, update_conflicts=True, unique_fields=("id",), update_fields=names
    )
