"""What the command line does with ledgers: written to a file."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sanshe.core.files.enums import Format
from sanshe.core.kit import clock
from sanshe.core.kit.areas import whole
from sanshe.core.kit.command import DISTRICT, FILE, PAIRS, Command, Console, pairs_of, plain
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers import actions, queries
from sanshe.core.ledgers.adapters import csv, xlsx
from sanshe.core.ledgers.phrases import SAID
from sanshe.core.papers.adapters import docx, pdf
from sanshe.core.ui.queries import say as sentence

Say = Callable[[str], object]
Progress = Callable[[int, int], object]
OK, WRONG = 0, 2


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
        by, at = whole(district, *ledger.codes), clock.now()
    except Refused as refusal:
        say(sentence(refusal.code, refusal.facts))
        return WRONG
    clean = queries.clean(ledger, by, filters or {})
    actions.exported(code=code, fmt=fmt, filters=clean, by=by, at=at)
    if fmt in (Format.DOCX, Format.PDF):
        doc = queries.paper_of(ledger, by, clean, at)
        path.write_bytes(docx.render(doc) if fmt == Format.DOCX else pdf.render(doc))
        return OK
    rows = _counted(queries.export_rows(ledger, by, clean), progress)
    with path.open("wb") as stream:
        if fmt == Format.XLSX:
            xlsx.write(ledger.columns, rows, stream, queries.head_of(ledger, by, clean, at))
        else:
            stream.writelines(csv.stream(ledger.columns, rows))
    return OK


def _counted(rows: Iterator[Any], progress: Progress | None) -> Iterator[Any]:
    for done, row in enumerate(rows, 1):
        if progress and done % 1000 == 0:
            progress(done, 0)
        yield row


def _typed(given: Namespace, out: Console) -> int:
    said = {"district": given.district, "filters": pairs_of(given), "progress": out.bar(given.ledger)}
    return export_ledger(given.ledger, given.file, out.say, **said)


COMMANDS = (Command("export", "导出台账 / export a ledger", _typed, (plain("ledger"), FILE, PAIRS, DISTRICT)),)
