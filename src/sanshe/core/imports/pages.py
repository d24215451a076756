"""The page on which an office says which column is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sanshe.core.audit.queries import NAMES
from sanshe.core.imports import phrases, rules
from sanshe.core.imports.models import ImportRun
from sanshe.core.imports.queries import IMPORTERS, matchings, tables_of
from sanshe.core.imports.types import Field, Sheet, Spot, Table
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.queries import say

SHOWN = 3  # values of a column
HEAD_SHOWN = 60  # characters


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file: its letter, its head, its first values, and the field it is taken for."""

    place: int
    letter: str
    head: str
    values: str
    code: str

    @property
    def name(self) -> str:
        return f"c{self.place}"


@dataclass(frozen=True, slots=True)
class ColumnsPage:
    """Where the head stands and may stand, the columns below it, and what they may be."""

    spot: Spot
    tables: list[tuple[int, Any]]
    rows: list[tuple[int, str]]
    columns: list[Column]
    choices: list[tuple[str, str]]
    required: list[tuple[str, bool]]
    fault: str = ""


def columns_page(run: ImportRun, spot: Spot | None) -> ColumnsPage | None:
    """What stands under this head (else under the one that was found), each column with what it is or may be; None
    for a file whose tables are gone."""
    tables, fields = tables_of(run), IMPORTERS[run.importer].fields
    spot = spot or Spot(**run.spot)
    if spot.table >= len(tables):
        return None
    fault, columns = "", list[Column]()
    try:
        sheet = rules.sheet_at(tables, spot, run.with_hidden)
        columns = _columns(sheet, _taken_for(run, spot, sheet))
    except Refused as refusal:
        fault = say(refusal.code, refusal.facts)
    taken = {one.code for one in columns}
    return ColumnsPage(
        spot=spot,
        tables=[(place, _titled(one)) for place, one in enumerate(tables)],
        rows=_rows(tables[spot.table]),
        columns=columns,
        choices=[(one.code, _marked(one)) for one in fields],
        required=[(str(one.label), one.code in taken) for one in fields if one.required],
        fault=fault,
    )


def _taken_for(run: ImportRun, spot: Spot, sheet: Sheet) -> Mapping[int, str]:
    """What was said of this very head, else what is likest, from all that the office ever said."""
    if run.spot == {"table": spot.table, "row": spot.row, "depth": spot.depth}:
        said = {place: code for place, (_head, code) in enumerate(run.columns) if code}
        if said:
            return said
    kept: dict[str, str] = {}
    for one in matchings(run.importer, run.area_path).values():
        kept |= one.columns
    return rules.offered(sheet, IMPORTERS[run.importer].fields, kept)


def _columns(sheet: Sheet, taken: Mapping[int, str]) -> list[Column]:
    """The columns that say anything."""
    found = []
    for place, head in enumerate(sheet.header):
        values = "、".join(map(rules.sample, rules.samples(sheet, place, SHOWN)))
        if head or values:
            shown = head.replace("\n", " ")[:HEAD_SHOWN]
            found.append(Column(place, rules.letters(place), shown, values, taken.get(place, "")))
    return found


def _titled(table: Table) -> Any:
    if table.fault:
        return str(phrases.TOO_LARGE_TABLE).format(name=table.name)
    return table.name if table.is_shown else str(phrases.HIDDEN_TABLE).format(name=table.name)


def _rows(table: Table) -> list[tuple[int, str]]:
    """The rows that may be the head, each with how it begins; 0 for none."""
    rows = table.rows[: rules.LOOK_FOR_HEAD_IN]
    said = [(no, f"{no}　{_begins(row)}") for no, row in enumerate(rows, 1) if any(row)]
    return [(0, str(phrases.NO_HEAD)), *said]


def _begins(row: Sequence[str]) -> str:
    return " | ".join(rules.sample(cell).replace("\n", " ") for cell in row if cell)[:HEAD_SHOWN]


def _marked(field: Field) -> str:
    return f"{field.label} *" if field.required else str(field.label)


def said_by(run: ImportRun) -> dict[str, Any] | None:
    """Who said last which column is which, and when; None where the heads were known."""
    if run.matching is None:
        return None
    who = run.matching.said_by
    return {"name": NAMES({who}).get(who, "") if who else "", "at": run.matching.said_at}
