"""Premises: entered, changed, what became of them, merged."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanshe.core.areas.enums import E, PremisesKind, PremisesState, R
from sanshe.core.areas.models import Compound, Premises, PremisesChange
from sanshe.core.areas.queries.areas import name_of
from sanshe.core.areas.queries.premises import found_entries
from sanshe.core.areas.rules import called
from sanshe.core.areas.rules import premises as rules
from sanshe.core.areas.types import Door, Merging
from sanshe.core.kit import same, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.enums import R as Rows
from sanshe.core.search import actions as search
from sanshe.core.serials.actions import next_numbers


@transaction.atomic
def enter_premises(
    *, compound: Compound, doors: Sequence[Door], on: date, why: str, by: Actor, at: datetime
) -> list[Premises]:
    """Enter the doors of a compound, one or a whole list, as one act. Refuses PREMISES_CODE_TAKEN for a number that
    another door of the community has."""
    insist(rules.refusal_of_change(why=why, on=on, today=shanghai.day(at)))
    rows = _rows(compound, doors)
    try:
        with transaction.atomic():
            Premises.objects.bulk_create(rows, batch_size=500)
    except IntegrityError as error:
        taken = Premises.objects.filter(area_path=compound.area_path, code__in=[row.code for row in rows])
        code = taken.values_list("code", flat=True).first() or _double(rows)
        raise Refused(R.PREMISES_CODE_TAKEN, code=code) from error
    _note(rows, on=on, why=why, at=at)
    search.index_all(found_entries(rows))
    codes = [row.code for row in rows]
    record(E.PREMISES_ENTERED, compound, by=by, at=at, note=why.strip()[:200], entered=len(codes), codes=codes)
    return rows


def _rows(compound: Compound, doors: Sequence[Door]) -> list[Premises]:
    last = Premises.objects.filter(compound=compound).aggregate(n=Max("walk_no"))["n"] or 0
    codes = iter(_codes(compound.area_path, sum(not door.code.strip() for door in doors)))
    rows = []
    for door in doors:
        insist(rules.refusal_of_name(door.name))
        last = max(last, door.walk_no or last + 1)
        said = {**asdict(door), "name": door.name.strip(), "kind": PremisesKind(door.kind)}
        said |= {"code": door.code.strip() or next(codes), "walk_no": door.walk_no or last}
        rows.append(Premises(compound=compound, area_path=compound.area_path, **said))
    return rows


def _codes(area_path: str, n: int) -> list[str]:
    """The next numbers of a community that no door has: 明珠-0012."""
    codes: list[str] = []
    while len(codes) < n:
        numbers = next_numbers(series=f"premises:{area_path}", n=n - len(codes))
        named = [f"{called(name_of(area_path))}-{number:04d}" for number in numbers]
        taken = set(Premises.objects.filter(area_path=area_path, code__in=named).values_list("code", flat=True))
        codes += [code for code in named if code not in taken]
    return codes


def _double(rows: Sequence[Premises]) -> str:
    codes = [row.code for row in rows]
    return next((code for code in codes if codes.count(code) > 1), "")


def _note(rows: Sequence[Premises], *, on: date, why: str, at: datetime) -> None:
    """Their history, under the state they have now."""
    said: dict[str, Any] = {"on": on, "why": why.strip()[:200], "noted_at": at}
    PremisesChange.objects.bulk_create(
        [PremisesChange(premises=row, area_path=row.area_path, state=row.state, **said) for row in rows],
        batch_size=500,
    )


@transaction.atomic
def change_premises(*, premises: Premises, door: Door, by: Actor, at: datetime) -> Premises:
    """What stands in the register; the number stays."""
    insist(rules.refusal_of_name(door.name))
    given = {**asdict(door), "name": door.name.strip(), "kind": PremisesKind(door.kind)}
    del given["code"]
    given["walk_no"] = door.walk_no or premises.walk_no
    old = {name: getattr(premises, name) for name, value in given.items() if getattr(premises, name) != value}
    if not old:
        return premises
    change(premises, **given, same_name=same.name(given["name"]))
    search.index_all(found_entries([premises]))
    record(E.PREMISES_CHANGED, premises, by=by, at=at, old=old, **{name: given[name] for name in old})
    return premises


@transaction.atomic
def turn_premises(*, premises: Premises, to: PremisesState, on: date, why: str, by: Actor, at: datetime) -> Premises:
    """What became of them. People who come after somebody moved out are others, from that day on."""
    insist(rules.refusal_of_change(why=why, on=on, today=shanghai.day(at)))
    insist(Rows.NOT_NOW if to == PremisesState.MERGED else None, state=PremisesState(premises.state))
    before = PremisesState(premises.state)
    anew = {"occupied_since": on} if rules.is_new_occupancy(before, to) else {}
    move(premises, to, **anew)
    _note([premises], on=on, why=why, at=at)
    record(E.PREMISES_TURNED, premises, by=by, at=at, old={"state": before}, note=why.strip()[:200], state=to, on=on)
    return premises


@transaction.atomic
def merge_premises(*, premises: Premises, into: Premises, why: str, by: Actor, at: datetime) -> Premises:
    """The same door was entered twice: this row leads to the other one, and so do those merged into it before."""
    where = {"area_path": premises.area_path, "into_area_path": into.area_path, "into_state": into.state}
    insist(rules.refusal_to_merge(Merging(is_same=premises.pk == into.pk, **where)))
    insist(rules.refusal_of_change(why=why, on=shanghai.day(at), today=shanghai.day(at)))
    change(into)  # nobody merges it away meanwhile
    move(premises, PremisesState.MERGED, merged_into=into)
    earlier = list(Premises.objects.filter(merged_into=premises))
    for row in earlier:
        change(row, merged_into=into)
    _note([premises], on=shanghai.day(at), why=why, at=at)
    search.index_all(found_entries([premises, *earlier]))
    record(E.PREMISES_MERGED, premises, by=by, at=at, note=why.strip()[:200], into=into.code)
    return premises
