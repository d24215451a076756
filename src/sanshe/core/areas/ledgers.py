"""The ledger of premises, and the sheet from which they are read in."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sanshe.core.areas import actions, phrases
from sanshe.core.areas.enums import P, PremisesKind
from sanshe.core.areas.models import Compound, Premises
from sanshe.core.areas.queries import name_of, tree
from sanshe.core.areas.queries import premises as queries
from sanshe.core.areas.types import Door
from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.imports.types import Fault, Field, ImportedRow, Importer, RowVerdict, Went
from sanshe.core.kit import same, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger

F = phrases.PREMISES_FIELDS
KINDS = {str(word): kind for kind, word in phrases.PREMISES_KINDS.items()}
N = phrases.PREMISES_NOTES
FIELDS = (
    Field("community", F["community"], aliases=("所属社区", "社区名称"), required=True, note=N["community"]),
    Field("compound", F["compound"], aliases=("小区名称", "院落小区"), required=True, note=N["compound"]),
    Field("kind", F["kind"], aliases=("点位类别", "类型"), required=True, note=N["kind"]),
    Field("name", F["name"], aliases=("门牌号", "地址", "点位名称"), required=True, is_name=True, note=N["name"]),
    Field("building", F["building"], aliases=("楼", "楼栋"), note=N["building"]),
    Field("unit", F["unit"], note=N["unit"]),
    Field("room", F["room"], aliases=("室", "房号"), note=N["room"]),
    Field("code", F["code"], aliases=("点位编号", "统一编号"), note=N["code"]),
)
PREMISES = Ledger(
    code="areas.premises",
    title=phrases.PREMISES_LEDGER,
    needs=P.PREMISES,
    columns=(
        Column("code", F["code"], link=True, width=20),
        Column("community", F["community"], lambda row: name_of(row.area_path), width=16),
        Column("compound", F["compound"], "compound.name", width=20),
        Column("name", F["name"], width=20),
        Column("kind", F["kind"], lambda row: phrases.PREMISES_KINDS[row.kind]),
        Column("state", F["state"], lambda row: phrases.PREMISES_STATES[row.state]),
        Column("walk_no", F["walk_no"], kind="int"),
    ),
    rows=lambda actor, filters: Premises.objects.select_related("compound"),
    filters=(
        Filter("words", phrases.FILTER_WORDS, kind="text", field="name"),
        Filter("kind", F["kind"], options=tuple(phrases.PREMISES_KINDS.items()), field="kind"),
        Filter("state", F["state"], options=tuple(phrases.PREMISES_STATES.items()), field="state"),
        Filter("area", F["community"], kind="area", field="area_path"),
    ),
    key=("area_path", "code", "pk"),
    link=lambda row: f"/premises/{row.pk}/",
    seal="户",
)


def settle(actor: Actor, context: Mapping[str, str]) -> Mapping[str, str] | None:
    """The area that is read in: the one asked for, else that of one's appointment. One that is not there is none."""
    paths = sorted(actor.paths(P.PREMISES_WRITE))
    path = context.get("area") or next(iter(paths), "")
    return {"area": path} if path in tree().standing and actor.may_at(P.PREMISES_WRITE, path) else None


def check(rows: Sequence[ImportedRow]) -> list[RowVerdict]:
    """What is wrong with each row, field by field; a door that is there is a double of it."""
    paths = _paths(rows)
    doubles = _doubles(rows, paths)
    return [_verdict(row, path, doubles(row, path)) for row, path in zip(rows, paths, strict=True)]


def _paths(rows: Sequence[ImportedRow]) -> list[str]:
    """The community of each row, empty where none is meant."""
    named = {area: cache(queries.communities_named(area)) for area in {row.context["area"] for row in rows}}
    return [named[row.context["area"]](row["community"]) for row in rows]


def _verdict(row: ImportedRow, path: str, double: Premises | None) -> RowVerdict:
    if not row["name"].strip():
        return RowVerdict((Fault("name", phrases.SENTENCES["areas.no_premises_name"]),), skip=True)
    if double:
        return RowVerdict(duplicate_of=double.code, duplicate_url=queries.address(double.pk))
    faults = [] if path else [Fault("community", phrases.COMMUNITY_UNKNOWN)]
    faults += [] if row["kind"].strip() in KINDS else [Fault("kind", phrases.KIND_UNKNOWN)]
    faults += [] if row["compound"].strip() else [Fault("compound", phrases.SENTENCES["areas.no_premises_name"])]
    return RowVerdict(tuple(faults))


def _doubles(rows: Sequence[ImportedRow], paths: Sequence[str]) -> Callable[[ImportedRow, str], Premises | None]:
    """Answers which door of the register a row is, by its number, else by its name; three questions for all rows."""
    within = set(paths) - {""}
    by_code = queries.premises_by_codes(within, (row["code"] for row in rows))
    compounds = queries.compounds_named(within, (row["compound"] for row in rows))
    by_name = queries.same_doors(compounds.values(), (row["name"] for row in rows))

    def double(row: ImportedRow, path: str) -> Premises | None:
        compound = compounds.get((path, row["compound"].strip()))
        same_name = by_name.get((compound.pk, same.name(row["name"]))) if compound else None
        return by_code.get((path, row["code"].strip())) or same_name

    return double


def same_row(row: ImportedRow) -> Any:
    """Two rows of one door."""
    return tuple(same.name(row[field]) for field in ("community", "compound", "name"))


def apply(rows: Sequence[ImportedRow], by: Actor, at: datetime) -> list[Went]:
    """Enter the good rows; a compound that is not there is entered with its first door."""
    went: dict[int, Went] = {}
    for compound, lines in _by_compound(rows, by, at):
        doors = [_door(row) for row in lines]
        why = str(phrases.IMPORTED)
        made = actions.enter_premises(compound=compound, doors=doors, on=shanghai.day(at), why=why, by=by, at=at)
        for line, row in zip(lines, made, strict=True):
            went[line.no] = Went(row.code, queries.address(row.pk))
    return [went[row.no] for row in rows]


def _by_compound(rows: Sequence[ImportedRow], by: Actor, at: datetime) -> list[tuple[Compound, list[ImportedRow]]]:
    groups: dict[tuple[str, str], list[ImportedRow]] = {}
    for row, path in zip(rows, _paths(rows), strict=True):
        groups.setdefault((path, row["compound"].strip()), []).append(row)
    known = queries.compounds_named({path for path, _name in groups}, (name for _path, name in groups))
    return [
        (known.get(key) or actions.open_compound(area_path=key[0], name=key[1], by=by, at=at), lines)
        for key, lines in groups.items()
    ]


def _door(row: ImportedRow) -> Door:
    said = {name: row[name].strip() for name in ("name", "code", "building", "unit", "room")}
    return Door(kind=PremisesKind(KINDS[row["kind"].strip()]), **said)


def declare() -> None:
    """Called while the apps are made ready."""
    LEDGERS.add(PREMISES.code, PREMISES)
    sheet = Importer(
        code="areas.premises",
        title=phrases.PREMISES_SHEET,
        needs=P.PREMISES_WRITE,
        fields=FIELDS,
        check=check,
        apply=apply,
        same=same_row,
        context=("area",),
        settle=settle,
        back=lambda context: f"/premises/?area={context['area']}",
        describe=lambda context: name_of(context["area"]),
        area_path=lambda context: context["area"],
    )
    IMPORTERS.add(sheet.code, sheet)
