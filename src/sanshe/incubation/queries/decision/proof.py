"""What a proof pack holds, as plain values. Ids are text; nothing in it depends on when it is made."""

from datetime import date, timedelta
from typing import Any

from sanshe.core.calendar.queries import special_days
from sanshe.incubation.enums.panel.panel import RelationDecision
from sanshe.incubation.enums.panel.score import ChangeState, SheetState
from sanshe.incubation.models import Batch, Draw, Panelist, Sheet, SheetChange
from sanshe.incubation.queries.decision.calibration import calibrated, seed_of
from sanshe.incubation.queries.decision.decision import ballots, decision_of, places, tabulation_of
from sanshe.incubation.queries.notice.publication import notices_of
from sanshe.incubation.queries.panel.panel import members, panel_of, relations, slots


def contents(batch: Batch) -> dict[str, Any]:
    """The files of the pack by name, as JSON values: lists of rows, or rows by name."""
    sheets = list(Sheet.objects.filter(batch=batch, state=SheetState.SEALED).order_by("pk"))
    changes = list(SheetChange.objects.filter(sheet__batch=batch).select_related("sheet").order_by("pk"))
    sealed = {change.sheet_id: change for change in reversed(changes) if change.state == ChangeState.IN_FORCE}
    return {
        "sheets.json": [_sheet(one, sealed.get(one.pk)) for one in sheets],
        "changes.json": [_change(one) for one in changes],
        "counted.json": [_counted(one) for one in sheets],
        "tabulation.json": _tabulation(batch),
        "calibration.json": _calibration(batch),
        "draw.json": _draw(batch),
        "decision.json": _decision(batch),
        "panel.json": [_member(one) for one in members(batch)],
        "recusals.json": _recusals(batch),
        "places.json": [_place(one) for one in places(batch)],
        "notices.json": _notices(batch),
        "calendar.json": _calendar(batch),
        "applicants.json": {str(s.application_id): [s.place, s.application.name] for s in slots(batch)},
        "key.json": {m.letter: [str(m.pk), m.name] for m in members(batch)},
    }


def subjects(batch: Batch, sheets: list[str]) -> dict[str, list[str]]:
    """What the acts on a batch are done to, by kind."""
    panel, run, decision = panel_of(batch), tabulation_of(batch), decision_of(batch)
    return {
        "incubation.batch": [str(batch.pk)],
        "incubation.sheet": sheets,
        "incubation.panel": [str(panel.pk)] if panel else [],
        "incubation.tabulation": [str(run.pk)] if run else [],
        "incubation.decision": [str(decision.pk)] if decision else [],
        "notices.notice": [str(one.pk) for one in notices_of(batch)],
    }


def _sheet(one: Sheet, change: SheetChange | None) -> dict[str, Any]:
    """A sheet as first sealed; corrections in force stand in changes.json, the old marks under the old seal."""
    ids = {"sheet": str(one.pk), "application": str(one.application_id), "panelist": str(one.panelist_id)}
    marks, seal = (change.old, change.old_hash) if change else (one.marks, one.seal_hash)
    times = {"sealed_at": _time(one.sealed_at), "noted_at": _time(one.noted_at)}
    return {**ids, "marks": marks, "comment": one.comment, "nonce": one.nonce, "seal": seal, **times}


def _time(moment: Any) -> str:
    return moment.isoformat() if moment else ""


def _change(one: SheetChange) -> dict[str, Any]:
    said = {"sheet": str(one.sheet_id), "state": one.state, "reason": one.reason}
    values = {"old": one.old, "old_seal": one.old_hash, "new": one.new, "seal_now": one.sheet.seal_hash}
    who = {name: str(getattr(one, name) or "") for name in ("asked_by", "first_by", "second_by")}
    when = {name: _time(getattr(one, name)) for name in ("asked_at", "first_at", "second_at")}
    return {**said, **values, **who, **when}


def _counted(one: Sheet) -> list[Any]:
    return [str(one.application_id), str(one.panelist_id), [one.marks[no] for no in sorted(one.marks, key=int)]]


def _tabulation(batch: Batch) -> dict[str, Any]:
    run = tabulation_of(batch)
    if run is None:
        return {}
    how = {"rule": run.rule, "places": run.result["places"], "reserve": run.result["reserve"]}
    hashes = {"inputs_hash": run.inputs_hash, "result_hash": run.result_hash}
    return {"run": str(run.pk), "run_at": _time(run.run_at), **how, **hashes, "result": run.result}


def _calibration(batch: Batch) -> dict[str, Any]:
    """The advisory view as it was shown: rounded, with its seed. The ranking does not depend on it."""
    run = tabulation_of(batch)
    if run is None:
        return {}
    found = calibrated(batch, run)
    if found.calibration is None:
        return {"seed": seed_of(run), "reason": str(found.reason)}
    c, letters = found.calibration, dict(Panelist.objects.filter(panel__batch=batch).values_list("pk", "letter"))
    lenient = {str(pk): letter for pk, letter in letters.items()}
    return {
        "seed": c.seed,
        "times": c.times,
        "deviations": [round(value, 3) for value in (c.variances.applicant, c.variances.panelist, c.variances.rest)],
        "leniency": {
            lenient[key]: [round(e.value, 2), round(e.low, 2), round(e.high, 2)] for key, e in c.leniency.items()
        },
        "points": {key: round(value, 2) for key, value in c.least_squares.items()},
        "chance": {key: round(value, 2) for key, value in c.selected.items()},
    }


def _draw(batch: Batch) -> dict[str, Any]:
    one = Draw.objects.get(panel__batch=batch)
    return {"seals": one.seals, "numbers": one.numbers, "seed": one.seed, "order": one.order}


def _decision(batch: Batch) -> dict[str, Any]:
    one = decision_of(batch)
    if one is None:
        return {"members": 0, "present": [], "ballots": []}
    cast = [
        {"no": b.no, "time": b.time, "kind": b.kind, "outcome": b.outcome, "applicants": b.applicants,
         "votes": [_vote(v) for v in sorted(b.votes.all(), key=lambda v: str(v.panelist_id))]}
        for b in ballots(one)
    ]  # fmt: skip
    return {"members": one.members, "present": one.present, "reason": one.reason, "ballots": cast}


def _vote(one: Any) -> dict[str, str]:
    return {"panelist": str(one.panelist_id), "side": one.side, "choice": one.choice, "reservation": one.reservation}


def _member(one: Panelist) -> dict[str, Any]:
    said = {"panelist": str(one.pk), "name": one.name, "side": one.side, "is_chair": one.is_chair}
    left = {"left_after": one.left_after, "left_why": one.left_why} if one.left_at else {}
    return {**said, **left, "declared_at": _time(one.declared_at), "arrived_at": _time(one.arrived_at)}


def _recusals(batch: Batch) -> list[dict[str, str]]:
    found = relations(batch).filter(decision=RelationDecision.RECUSED)
    return [
        {
            "panelist": str(one.panelist_id),
            "application": str(one.application_id),
            "kind": one.kind,
            "source": one.source,
        }
        for one in found
    ]


def _place(one: Any) -> dict[str, Any]:
    who = {"application": str(one.application_id), "name": one.application.name}
    return {**who, "rank": one.rank, "kind": one.kind, "reserve_no": one.reserve_no}


def _notices(batch: Batch) -> list[dict[str, Any]]:
    """Every notice of the list that was public, oldest first: its text as a tree, its names, its window."""
    found = notices_of(batch).filter(published_at__isnull=False).order_by("published_at")
    return [_notice(one) for one in found]


def _notice(one: Any) -> dict[str, Any]:
    said = {"notice": str(one.pk), "serial": one.serial, "title": one.title, "tree": one.tree, "names": one.names}
    window = {"from": one.window_from.isoformat(), "to": one.window_to.isoformat(), "days": one.days}
    seals = {"list_hash": one.list_hash, "text_hash": one.text_hash, "audit_root": one.audit_root}
    times = {"published_at": _time(one.published_at), "audit_seal": one.audit_seal, "day_kind": one.day_kind}
    return {**said, **window, **seals, **times}


def _calendar(batch: Batch) -> list[dict[str, str]]:
    """The days around the notices' windows that are not what their weekday says."""
    days = [day for one in _notices(batch) for day in (one["from"], one["to"])]
    if not days:
        return []
    around = timedelta(days=30)
    return special_days(date.fromisoformat(min(days)) - around, date.fromisoformat(max(days)) + around)
