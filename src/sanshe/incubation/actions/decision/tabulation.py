"""Running the announced rule over sealed sheets; a run is written once."""

import datetime
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import canonical, fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record
from sanshe.incubation.enums.decision.tabulation import E, R, TabulationRule
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.models.decision.tabulation import Tabulation
from sanshe.incubation.models.panel.score import Sheet
from sanshe.incubation.rules.decision import tabulation as rules
from sanshe.incubation.types.tabulation import SealedSheet

KIND = "incubation.tabulation"


@transaction.atomic
def run(
    *, batch: Any, rule: TabulationRule, due: Collection[tuple[UUID, UUID]], by: Actor, at: datetime.datetime
) -> Tabulation:
    """Tabulate a session. `due` are all (panelist, application) keys to be sealed; same inputs give the same run."""
    sheets = _sealed(batch.pk, due)
    insist(rules.refusal_to_run(sealed=len(sheets), due=len(due)), missing=len(due) - len(sheets))
    how = {"rule": rule, "places": batch.places, "reserve": batch.reserve_places}
    inputs = rules.inputs_hash(sheets, **how)
    standing = Tabulation.objects.filter(batch_id=batch.pk, inputs_hash=inputs).first()
    if standing:
        return standing
    result = rules.as_json(rules.tabulate(sheets, **how))
    hashes = {"inputs_hash": inputs, "result_hash": fingerprint(result)}
    no = Tabulation.objects.filter(batch_id=batch.pk).count() + 1
    said = {"no": no, "rule": rule, "sheets": len(sheets), "result": result, **hashes}
    row = Tabulation.objects.create(batch_id=batch.pk, area_path=batch.area_path, run_at=at, run_by=by.id, **said)
    record(E.RUN, row, by=by, at=at, no=no, sheets=len(sheets), **hashes)
    return row


@transaction.atomic
def check(*, tabulation: Tabulation, due: Collection[tuple[UUID, UUID]], by: Actor, at: datetime.datetime) -> None:
    """Run the rule again over the records and insist that not one byte differs."""
    kept = tabulation.result
    how = {"rule": TabulationRule(tabulation.rule), "places": kept["places"], "reserve": kept["reserve"]}
    sheets = _sealed(tabulation.batch_id, due)
    again = rules.as_json(rules.tabulate(sheets, **how))
    is_same = rules.inputs_hash(sheets, **how) == tabulation.inputs_hash and canonical(again) == canonical(kept)
    if not is_same or fingerprint(again) != tabulation.result_hash:
        raise Refused(R.DIFFERS)
    record(E.CHECKED, tabulation, by=by, at=at, no=tabulation.no, result_hash=tabulation.result_hash)


def _sealed(batch_id: UUID, due: Collection[tuple[UUID, UUID]]) -> list[SealedSheet]:
    wanted = set(due)
    rows = Sheet.objects.filter(batch_id=batch_id, state=SheetState.SEALED)
    return [_value(row) for row in rows if (row.panelist_id, row.application_id) in wanted]


def _value(row: Sheet) -> SealedSheet:
    marks = tuple(row.marks[no] for no in sorted(row.marks, key=int))
    return SealedSheet(str(row.application_id), str(row.panelist_id), marks)
