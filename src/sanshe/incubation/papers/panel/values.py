"""Values of 顺序表, 回避声明, 打分表, 汇总表 and 会议纪要. Nothing of a sheet before the last seal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.papers.queries import fill
from sanshe.core.papers.types import Doc, Item
from sanshe.incubation.enums.panel.panel import RelationDecision, RelationKind
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.models import Batch, Panelist, Relation, Sheet
from sanshe.incubation.pages.decision.minutes import meeting_of
from sanshe.incubation.pages.panel.draw import lot_of
from sanshe.incubation.papers.words import NOTHING, OFFICES, Values, about, day, minute
from sanshe.incubation.queries.call.batch import criteria
from sanshe.incubation.queries.decision.decision import decision_of, refusal_to_see, result_of, tabulation_of
from sanshe.incubation.queries.panel.panel import member_of, members, relations, shut_to, slots
from sanshe.incubation.queries.panel.score import is_all_sealed
from sanshe.incubation.rules.decision.tabulation import two_places

KINDS = {
    RelationKind.SELF_OR_KIN: "本人或亲属任职、发起",
    RelationKind.SUPERVISOR: "督导、导师",
    RelationKind.COOPERATION: "近三年单位有合作、出资、采购",
    RelationKind.FOUNDER: "发起人",
    RelationKind.LEGAL_REPRESENTATIVE: "同一负责人",
    RelationKind.SAME_PHONE: "同一电话",
    RelationKind.SAME_EMPLOYER: "同一单位",
    RelationKind.SAME_ADDRESS: "同一地址",
    RelationKind.SAME_NAME: "和联系人同名",
    RelationKind.AFFILIATE: "承办方关联",
}
DECISIONS = {
    RelationDecision.OPEN: "待定",
    RelationDecision.RECUSED: "回避",
    RelationDecision.NO_CONFLICT: "不构成",
}
OUTCOMES = {"carried": "通过", "fallen": "没通过", "reconsider": "再议", "open": "还没表决"}


def order_doc(batch: Batch) -> Doc:
    """抽签顺序表."""
    return fill("incubation.order", _order_values(batch))


def summary_doc(batch: Batch) -> Doc:
    """汇总表 with the members' places to sign."""
    return fill("incubation.summary", _summary_values(batch))


def minutes_doc(batch: Batch) -> Doc:
    """评审会议纪要: attendance, recusals, every vote by name, the reason."""
    return fill("incubation.minutes", _minutes_values(batch))


def _one(batch: Batch, is_there: bool) -> Sequence[Item]:
    return [Item(batch.pk, "", "", batch)] if is_there else []


def orders(batch: Batch, at: datetime) -> Sequence[Item]:
    return _one(batch, slots(batch).exists())


def order_values(item: Item, at: datetime) -> Values:
    return _order_values(item.row)


def _order_values(batch: Batch) -> Values:
    lot = lot_of(batch)
    turns = [{"place": one.place, "name": one.application.name, "id": str(one.application.pk)} for one in lot.order]
    drawn = minute(lot.drawn_at) if lot.drawn_at else NOTHING
    return {**about(batch), "turns": turns, "drawn": drawn, "joined": lot.joined, "seed": lot.seed or NOTHING}


def declared(batch: Batch, at: datetime) -> Sequence[Item]:
    """Members who declared."""
    found = [one for one in members(batch) if one.declared_at]
    return [Item(one.pk, one.name, "", (batch, one)) for one in found]


def shut_declarations(actor: Actor, batch: Batch) -> set[UUID]:
    """A member sees one's own declaration only."""
    own = member_of(actor, batch)
    return {one.pk for one in members(batch) if one.pk != own.pk} if own else set()


def declared_values(item: Item, at: datetime) -> Values:
    batch, one = item.row
    found = relations(batch).filter(panelist=one)
    told = [
        {
            "name": r.application.name,
            "kind": KINDS[r.kind],
            "said": r.said or NOTHING,
            "decision": DECISIONS[r.decision],
        }
        for r in found
    ]
    if not told:
        told = [dict.fromkeys(("name", "kind", "said", "decision"), "没有")]
    return {
        **about(batch),
        "name": one.name,
        "side": OFFICES[one.side],
        "relations": told,
        "declared": day(one.declared_at),
    }


def sheets(batch: Batch, at: datetime) -> Sequence[Item]:
    """Every sealed sheet, once the whole session is sealed."""
    if not is_all_sealed(batch):
        return []
    found = Sheet.objects.filter(batch=batch, state=SheetState.SEALED).select_related("application", "panelist")
    marks = criteria(batch)
    place = {slot.application_id: slot.place for slot in slots(batch)}
    rows = sorted(found, key=lambda one: (place.get(one.application_id, 0), one.panelist.name))
    return [_sheet(one, place.get(one.application_id, 0), (batch, marks)) for one in rows]


def _sheet(one: Sheet, place: int, more: Any) -> Item:
    return Item(one.pk, f"{one.application.name} {one.panelist.name}", f"{place:02}", (one, place, *more))


def shut_sheets(actor: Actor, batch: Batch) -> set[UUID]:
    """Sheets of applicants this person is recused from."""
    return set(Sheet.objects.filter(batch=batch, application__in=shut_to(actor)).values_list("pk", flat=True))


def sheet_values(item: Item, at: datetime) -> Values:
    one, place, batch, marks = item.row
    who: Panelist = one.panelist
    told = [
        {"no": c.no, "name": c.name, "says": c.says, "points": c.points, "mark": one.marks.get(str(c.no), NOTHING)}
        for c in marks
    ]
    about_it = {"place": place, "applicant": one.application.name, "panelist": who.name, "side": OFFICES[who.side]}
    sealed = {"sealed": minute(one.sealed_at), "seal": one.seal_hash[:16]}
    return {
        **about(batch),
        **about_it,
        **sealed,
        "criteria": told,
        "total": one.total,
        "comment": one.comment or NOTHING,
    }


def summaries(batch: Batch, at: datetime) -> Sequence[Item]:
    return _one(batch, is_all_sealed(batch) and tabulation_of(batch) is not None)


def shut_summary(actor: Actor, batch: Batch) -> set[UUID]:
    """A recused member sees no tabulation before the notice is out."""
    return {batch.pk} if refusal_to_see(actor, batch) else set()


def summary_values(item: Item, at: datetime) -> Values:
    return _summary_values(item.row)


def _summary_values(batch: Batch) -> Values:
    run = tabulation_of(batch)
    names = {str(s.application_id): s.application.name for s in slots(batch)}
    standings = [
        {"rank": s.rank, "name": names[s.applicant], "sheets": s.sheets, "points": s.points, "mean": two_places(s.mean)}
        for s in (result_of(run).standings if run else ())
    ]
    prints = {"result_hash": run.result_hash[:16], "inputs_hash": run.inputs_hash[:16]} if run else {}
    seated = [{"side": OFFICES[m.side], "name": m.name} for m in members(batch)]
    blank = {"result_hash": NOTHING, "inputs_hash": NOTHING}
    return {**about(batch), **blank, **prints, "standings": standings, "members": seated}


def meetings(batch: Batch, at: datetime) -> Sequence[Item]:
    return _one(batch, decision_of(batch) is not None)


def minutes_values(item: Item, at: datetime) -> Values:
    return _minutes_values(item.row)


def _minutes_values(batch: Batch) -> Values:
    m = meeting_of(batch)
    left = [_recusal(one) for one in relations(batch).filter(decision=RelationDecision.RECUSED)]
    return {
        **about(batch),
        "seated": m.members, "here": len(m.here), "quorum": m.quorum, "majority": m.majority,
        "began": m.began or NOTHING, "ended": m.ended or NOTHING, "chair": m.chair or NOTHING,
        "missing": "、".join(m.missing) or "没有", "absent": "、".join(m.absent) or "没有",
        "left": "；".join(m.left) or "没有",
        "attendance": _rows(("side", "name", "title", "when"), m.attendance),
        "lot": _rows(("side", "number", "word", "seal"), m.draw), "joined": m.lot.joined, "seed": m.lot.seed or NOTHING,
        "recusals": left or [dict.fromkeys(("name", "applicant", "kind"), "没有")],
        "questions": m.questions, "sheets_due": m.due, "sheets_sealed": m.sealed,
        "turns": _rows(("place", "name", "span", "questions", "outcome"), m.turns),
        "changes": _rows(("name", "applicant", "reason", "what"), m.changes),
        "run": m.run or NOTHING, "present": len(m.present), "present_names": "、".join(m.present) or NOTHING,
        "votes": _rows(("no", "who", "told", "outcome"), m.votes), "reason": m.reason or NOTHING,
        "members": [{"name": one[1]} for one in m.attendance],
    }  # fmt: skip


def _rows(names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[Values]:
    """Rows of a table by the names of its blanks; one that says there is nothing."""
    return [dict(zip(names, row, strict=True)) for row in rows] or [dict.fromkeys(names, "没有")]


def _recusal(one: Relation) -> Values:
    return {"name": one.panelist.name, "applicant": one.application.name, "kind": KINDS[one.kind]}
