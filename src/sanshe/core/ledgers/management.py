"""What the command line does with ledgers: figures recounted, sheets read in, ledgers written to a file."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers import actions, queries
from sanshe.core.ledgers.adapters import csv, docx, pdf, xlsx
from sanshe.core.ledgers.enums import Format, RowState
from sanshe.core.ledgers.phrases import SAID, sentence
from sanshe.core.ledgers.rules import text_of

Say = Callable[[str], object]
Progress = Callable[[int, int], object]
OK, DIFFERS, WRONG = 0, 1, 2


def _whole(district: str, *codes: str) -> Actor:
    """Whoever may run commands in the data folder acts for a whole district; the record names the system."""
    grant = Grant("system", frozenset(codes), queries.district_path(district))
    return Actor(id=None, name="system", is_staff=True, grants=(grant,))


def figures(say: Say, *, as_json: bool = True, check: bool = False, district: str = "") -> int:
    """Count every figure a district published from the records. With `check`, 1 when a counter differs from them."""
    try:
        path = queries.district_path(district)
    except Refused as refusal:
        say(sentence(refusal))
        return WRONG
    found = queries.published(path)
    say(json.dumps(found, ensure_ascii=False) if as_json else _plain(found))
    if not check:
        return OK
    wrong = queries.differences(path)
    for code, counted, kept in wrong:
        say(str(SAID["differs"]).format(code=code, counted=counted, kept=kept))
    return DIFFERS if wrong else OK


def _plain(found: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{json.dumps(value, ensure_ascii=False)}" for name, value in found.items())


def import_sheet(
    code: str,
    path: Path,
    say: Say,
    *,
    district: str = "",
    context: Mapping[str, str] | None = None,
    skip_bad: bool = False,
    progress: Progress | None = None,
) -> int:
    """Read a file in and take it over; says each faulty row. 1: nothing taken over for its faults, 2: no file.

    `context`: what the import as a whole is about, as {"batch": "3"}. Rows left out stand in the run, on the desk.
    """
    clock.refresh()
    importer = queries.IMPORTERS.get(code)
    if importer is None:
        say(str(SAID["no_importer"]).format(code=code, codes="、".join(queries.IMPORTERS.codes()) or "—"))
        return WRONG
    try:
        by, at = _whole(district, *importer.codes), clock.now()
        data = path.read_bytes()
        asked = {"importer": importer, "data": data, "name": path.name, "context": context or {}}
        run = actions.read_in(**asked, by=by, at=at, progress=progress)
        return _take_over(run, skip_bad, by, say)
    except OSError as fault:
        say(f"{path}：{fault.strerror}")
        return WRONG
    except Refused as refusal:
        say(sentence(refusal))
        return DIFFERS


def _take_over(run: Any, skip_bad: bool, by: Actor, say: Say) -> int:
    if run.applied_at:
        say(str(SAID["known_file"]).format(day=text_of(run.applied_at)[:10]))
        return OK
    for line in queries.to_look_at(run):
        say(str(SAID["row"]).format(no=line["row"].no, label=line["label"], sentence=line["sentence"]))
    run = actions.apply_run(run=run, skip_bad=skip_bad, by=by, at=clock.now())
    n = queries.summary(run)
    counts = {"applied": n[RowState.APPLIED], "merged": n[RowState.MERGED], "skipped": n[RowState.SKIPPED]}
    say(str(SAID["sums"]).format(all=n["all"], **counts))
    return OK


def export_ledger(
    code: str,
    path: Path,
    say: Say,
    *,
    district: str = "",
    filters: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> int:
    """Write a ledger to a file; its ending says as what (xlsx, csv, docx, pdf). It goes on record."""
    clock.refresh()
    ledger, fmt = queries.LEDGERS.get(code), path.suffix.removeprefix(".").lower()
    if ledger is None or fmt not in set(Format):
        say(str(SAID["no_ledger"]).format(code=code, fmt=fmt, codes="、".join(queries.LEDGERS.codes()) or "—"))
        return WRONG
    try:
        by, at = _whole(district, *ledger.codes), clock.now()
    except Refused as refusal:
        say(sentence(refusal))
        return WRONG
    clean = queries.clean(ledger, by, filters or {})
    actions.exported(code=code, fmt=fmt, filters=clean, by=by, at=at)
    if fmt in (Format.DOCX, Format.PDF):
        doc = queries.paper_of(ledger, by, clean, at)
        path.write_bytes(docx.render(doc) if fmt == Format.DOCX else pdf.render(doc))
        return OK
    rows = _counted(queries.export_rows(ledger, by, clean), progress)
    head = queries.head_of(ledger, by, clean, at)
    with path.open("wb") as stream:
        if fmt == Format.XLSX:
            xlsx.write(ledger.columns, rows, stream, head)
        else:
            stream.writelines(csv.stream(ledger.columns, rows, head))
    return OK


def _counted(rows: Iterator[Any], progress: Progress | None) -> Iterator[Any]:
    for done, row in enumerate(rows, 1):
        if progress and done % 1000 == 0:
            progress(done, 0)
        yield row
