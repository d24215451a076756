"""What a proof pack holds, as plain values."""

from typing import Any

from sanshe.core.audit.adapters import read_roots
from sanshe.core.audit.queries.seals import anchor_name
from sanshe.incubation.enums.panel import RelationDecision
from sanshe.incubation.enums.score import ChangeState, SheetState
from sanshe.incubation.models import Batch, Draw, Sheet, SheetChange
from sanshe.incubation.queries.closing import notices_of
from sanshe.incubation.queries.decision import ballots, decision_of, places, tabulation_of
from sanshe.incubation.queries.panel import members, relations, slots


def contents(batch: Batch) -> dict[str, Any]:
    """The files of the pack by name, as JSON values; ids are text."""
    sheets = list(Sheet.objects.filter(batch=batch, state=SheetState.SEALED).order_by("pk"))
    changes = list(SheetChange.objects.filter(sheet__batch=batch).order_by("pk"))
    sealed = {change.sheet_id: change for change in changes if change.state == ChangeState.IN_FORCE}
    return {
        "sheets.json": [_sheet(one, sealed.get(one.pk)) for one in sheets],
        "changes.json": [
            {"sheet": str(c.sheet_id), "state": c.state, "new": c.new, "reason": c.reason} for c in changes
        ],
        "counted.json": [_counted(one) for one in sheets],
        "tabulation.json": _tabulation(batch),
        "draw.json": _draw(batch),
        "decision.json": _decision(batch),
        "recusals.json": _recusals(batch),
        "places.json": [_place(one) for one in places(batch)],
        "notice.json": _notice(batch),
        "applicants.json": {str(s.application_id): [s.place, s.application.name] for s in slots(batch)},
        "key.json": {m.letter: [str(m.pk), m.name] for m in members(batch)},
    }


def _sheet(one: Sheet, change: SheetChange | None) -> dict[str, Any]:
    """A sheet as it was sealed; a correction in force stands in changes.json, the old marks under the old seal."""
    ids = {"sheet": str(one.pk), "application": str(one.application_id), "panelist": str(one.panelist_id)}
    marks, seal = (change.old, change.old_hash) if change else (one.marks, one.seal_hash)
    return {**ids, "marks": marks, "comment": one.comment, "nonce": one.nonce, "seal": seal}


def _counted(one: Sheet) -> list[Any]:
    return [str(one.application_id), str(one.panelist_id), [one.marks[no] for no in sorted(one.marks, key=int)]]


def _tabulation(batch: Batch) -> dict[str, Any]:
    run = tabulation_of(batch)
    if run is None:
        return {}
    how = {"rule": run.rule, "places": run.result["places"], "reserve": run.result["reserve"]}
    return {**how, "inputs_hash": run.inputs_hash, "result": run.result, "result_hash": run.result_hash}


def _draw(batch: Batch) -> dict[str, Any]:
    one = Draw.objects.get(panel__batch=batch)
    return {"seals": one.seals, "numbers": one.numbers, "seed": one.seed, "order": one.order}


def _decision(batch: Batch) -> dict[str, Any]:
    one = decision_of(batch)
    if one is None:
        return {"members": 0, "present": [], "ballots": []}
    cast = [
        {"no": b.no, "time": b.time, "kind": b.kind, "outcome": b.outcome, "applicants": b.applicants,
         "votes": [{"panelist": str(v.panelist_id), "side": v.side} for v in b.votes.all()]}
        for b in ballots(one)
    ]  # fmt: skip
    return {"members": one.members, "present": one.present, "reason": one.reason, "ballots": cast}


def _recusals(batch: Batch) -> list[dict[str, str]]:
    found = relations(batch).filter(decision=RelationDecision.RECUSED)
    return [
        {"panelist": str(one.panelist_id), "application": str(one.application_id), "kind": one.kind} for one in found
    ]


def _place(one: Any) -> dict[str, Any]:
    name = one.application.name
    return {
        "application": str(one.application_id),
        "name": name,
        "rank": one.rank,
        "kind": one.kind,
        "reserve_no": one.reserve_no,
    }


def _notice(batch: Batch) -> dict[str, Any]:
    """The first notice of the list, which names all that were decided."""
    one = notices_of(batch).filter(published_at__isnull=False).order_by("published_at").first()
    return {"serial": one.serial, "names": one.names, "list_hash": one.list_hash} if one else {}


def roots() -> str:
    """The roots of the record kept outside the database."""
    return "".join(f"{line}\n" for line in read_roots(anchor_name()))
