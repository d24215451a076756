"""Values of 顺序表, 回避声明, 打分表, 汇总表 and 会议纪要. Nothing of a sheet before the last seal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import fill
from sanshe.core.ledgers.types import Doc, Item
from sanshe.incubation.enums.panel import RelationDecision, RelationKind
from sanshe.incubation.enums.score import SheetState
from sanshe.incubation.models import Batch, Draw, Panelist, Relation, Sheet
from sanshe.incubation.queries.batch import criteria
from sanshe.incubation.queries.decision import ballots, decision_of, places, refusal_to_see, result_of, tabulation_of
from sanshe.incubation.queries.documents.words import NOTHING, OFFICES, SIDES, Values, about, day, minute
from sanshe.incubation.queries.panel import member_of, members, relations, shut_to, slots
from sanshe.incubation.queries.score import is_all_sealed
from sanshe.incubation.rules.decision import majority, quorum
from sanshe.incubation.rules.tabulation import two_places

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
    turns = [{"place": s.place, "name": s.application.name} for s in slots(batch).order_by("place")]
    draw = Draw.objects.filter(panel__batch=batch).first()
    drawn = (
        {"drawn": minute(draw.drawn_at), "seed": draw.seed[:16] or NOTHING}
        if draw
        else {"drawn": NOTHING, "seed": NOTHING}
    )
    return {**about(batch), "turns": turns, **drawn}


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
    decision, seated = decision_of(batch), members(batch)
    names = {str(p.application_id): p.application.name for p in places(batch)}
    here = [m.name for m in seated if decision and str(m.pk) in decision.present]
    n = decision.members if decision else len(seated)
    votes = [_vote(ballot, names) for ballot in ballots(decision)] if decision else []
    left = relations(batch).filter(decision=RelationDecision.RECUSED)
    return {
        **about(batch),
        "seated": n,
        "present": len(here),
        "quorum": quorum(n),
        "majority": majority(n),
        "present_names": "、".join(here) or NOTHING,
        "recusals": [_recusal(one) for one in left],
        "votes": votes,
        "reason": (decision.reason if decision else "") or NOTHING,
        "members": [{"name": m.name} for m in seated],
    }


def _recusal(one: Relation) -> Values:
    return {"name": one.panelist.name, "applicant": one.application.name, "kind": KINDS[one.kind]}


def _vote(ballot: Any, names: dict[str, str]) -> Values:
    votes = list(ballot.votes.all())
    counts = {side: sum(one.side == side for one in votes) for side in SIDES}
    told = "，".join(f"{SIDES[side]} {n}" for side, n in counts.items() if n)
    who = [names.get(key, key) for key in ballot.applicants]
    shown = who[0] if len(who) == 1 else f"{who[0]}等 {len(who)} 家，一并"
    return {"no": ballot.no, "time": ballot.time, "who": shown, "told": told, "outcome": OUTCOMES[ballot.outcome]}
