"""An area ends: its compounds and doors stand in another one from now on; what was noted of them stays as it was."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Max

from sanshe.core.areas.enums import E, R
from sanshe.core.areas.models import Compound, Premises
from sanshe.core.areas.queries.areas import name_of
from sanshe.core.areas.queries.premises import found_entries
from sanshe.core.areas.rules import called
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import change, record
from sanshe.core.search import actions as search


@transaction.atomic
def move_compounds(*, path: str, into: str, by: Actor, at: datetime) -> None:
    """Behind those that are there; a name that is there too says where its compound comes from."""
    there = Compound.objects.filter(area_path=into)
    taken, last = set(there.values_list("name", flat=True)), there.aggregate(n=Max("walk_no"))["n"] or 0
    for number, row in enumerate(Compound.objects.filter(area_path=path), start=last + 1):
        old = {"area_path": path, "name": row.name}
        name = row.name if row.name not in taken else f"{row.name[:40]}（{called(name_of(path))[:18]}）"
        _changed(row, R.COMPOUND_TAKEN, "name", area_path=into, walk_no=number, name=name)
        for decision in row.key_decisions.filter(ends_on=None):
            change(decision, area_path=into)
        record(E.COMPOUND_MOVED, row, by=by, at=at, old=old, area_path=into, name=name)


@transaction.atomic
def move_premises(*, path: str, into: str, by: Actor, at: datetime) -> None:
    """All doors, merged ones too, by compound on record; a number that is there too says where its door comes from."""
    rows, there = Premises.objects.filter(area_path=path), Premises.objects.filter(area_path=into)
    compounds = list(Compound.objects.filter(premises__in=rows).annotate(doors=Count("premises")))
    for row in rows.filter(code__in=there.values("code")):
        old, code = row.code, f"{called(name_of(path))[:10]}-{row.code}"[:30]
        _changed(row, R.PREMISES_CODE_TAKEN, "code", area_path=into, code=code)
        record(E.PREMISES_CHANGED, row, by=by, at=at, old={"code": old}, code=code)
    rows.update(area_path=into, version=F("version") + 1)
    for one in compounds:
        record(E.PREMISES_MOVED, one, by=by, at=at, old={"area_path": path}, area_path=into, doors=one.doors)
    search.index_all(found_entries(Premises.objects.filter(compound__in=compounds).select_related("compound")))


def _changed(row: Any, taken: R, field: str, **given: Any) -> None:
    try:
        with transaction.atomic():
            change(row, **given)
    except IntegrityError as error:
        raise Refused(taken, **{field: given[field]}) from error
