"""What the command line does with imports: a sheet read in and taken over."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sanshe.core.imports import actions, queries
from sanshe.core.imports.enums import RowState, RunState
from sanshe.core.imports.phrases import SAID
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import whole
from sanshe.core.kit.command import DISTRICT, FILE, PAIRS, Command, Console, flag, pairs_of, plain
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.rules import text_of
from sanshe.core.ui.queries import say as sentence

Say = Callable[[str], object]
Progress = Callable[[int, int], object]
OK, DIFFERS, WRONG = 0, 1, 2


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
        by, at = whole(district, *importer.codes), clock.now()
        data = path.read_bytes()
        asked = {"importer": importer, "data": data, "name": path.name, "context": context or {}}
        run = actions.read_in(**asked, by=by, at=at, progress=progress)
        return _take_over(run, skip_bad, by, say)
    except OSError as fault:
        say(f"{path}：{fault.strerror}")
        return WRONG
    except Refused as refusal:
        say(sentence(refusal.code, refusal.facts))
        return DIFFERS


def _take_over(run: Any, skip_bad: bool, by: Actor, say: Say) -> int:
    if run.state == RunState.COLUMNS:
        raise queries.refusal_of_heads(run)
    if run.applied_at:
        say(str(SAID["known_file"]).format(day=text_of(run.applied_at)[:10]))
        return OK
    for line in queries.to_look_at(run, queries.rows_of_run(run, queries.TO_DECIDE)):
        say(str(SAID["row"]).format(no=line["row"].no, label=line["label"], sentence=line["sentence"]))
    run = actions.apply_run(run=run, skip_bad=skip_bad, by=by, at=clock.now())
    n = queries.summary(run)
    counts = {"applied": n[RowState.APPLIED], "merged": n[RowState.MERGED], "skipped": n[RowState.SKIPPED]}
    say(str(SAID["sums"]).format(all=n["all"], **counts))
    return OK


def _typed(given: Namespace, out: Console) -> int:
    """A sheet is named in full, or by its last word where only one app has it."""
    ending = [code for code in queries.IMPORTERS.codes() if code.partition(".")[2] == given.what]
    return import_sheet(
        ending[0] if len(ending) == 1 else given.what,
        given.file,
        out.say,
        district=given.district,
        context=pairs_of(given),
        skip_bad=given.skip_bad,
        progress=out.bar(given.file.name),
    )


COMMANDS = (
    Command(
        "import",
        "导入表格 / import a sheet",
        _typed,
        (plain("what"), FILE, PAIRS, flag("--skip-bad"), DISTRICT),
    ),
)
