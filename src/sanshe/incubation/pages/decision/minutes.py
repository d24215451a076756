"""What the minutes of a panel meeting 评审会议纪要 hold, as plain values for whatever paper is made of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.kit import shanghai
from sanshe.incubation.enums.panel.panel import RelationDecision, SlotState
from sanshe.incubation.enums.panel.score import ChangeState
from sanshe.incubation.models import Batch, SheetChange
from sanshe.incubation.pages.panel.draw import Lot, lot_of
from sanshe.incubation.queries.decision.decision import ballots, decision_of, places, tabulation_of
from sanshe.incubation.queries.panel import score
from sanshe.incubation.queries.panel.panel import members, panel_of, relations, slots
from sanshe.incubation.rules.decision.decision import majority, quorum

SIDES = {"bureau": "区民政局", "centre": "孵化中心", "social_work": "资深社工", "community": "社区"}
DRAW_SIDES = {"bureau": "区民政局", "centre": "孵化中心", "organisations": "组织代表"}
VOTES = {"for": "赞成", "against": "反对", "abstain": "弃权", "left": "回避"}
OUTCOMES = {"carried": "通过", "fallen": "没通过", "reconsider": "再议", "open": "还没表决"}
TURNS = {SlotState.DONE: "评完", SlotState.ABSENT: "缺席，叫了三次、移到最后仍没到"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Rows of text, ready for tables; nothing of a sheet but that it was sealed."""

    began: str
    ended: str
    chair: str
    members: int
    here: list[str]
    missing: list[str]
    left: list[str]
    quorum: int
    majority: int
    attendance: list[tuple[str, ...]]
    recusals: list[tuple[str, ...]]
    lot: Lot
    draw: list[tuple[str, ...]]
    turns: list[tuple[str, ...]]
    absent: list[str]
    questions: int
    sealed: int
    due: int
    run: str
    changes: list[tuple[str, ...]]
    present: list[str]
    votes: list[tuple[str, ...]]
    reason: str


def meeting_of(batch: Batch) -> Meeting:
    """A fixed number of queries, however many applicants, members and votes there are."""
    panel, seated, order, decision = panel_of(batch), members(batch), list(slots(batch)), decision_of(batch)
    lot, run, wanted = lot_of(batch), tabulation_of(batch), score.due(batch)
    return Meeting(
        began=_minute(panel.started_at if panel else None), ended=_minute(panel.ended_at if panel else None),
        chair="".join(m.name for m in seated if m.is_chair), members=len(seated),
        here=[m.name for m in seated if m.arrived_at], missing=[m.name for m in seated if not m.arrived_at],
        left=[f"{m.name}（评完第 {m.left_after} 家，{m.left_why}）" for m in seated if m.left_at],
        quorum=quorum(len(seated)), majority=majority(len(seated)),
        attendance=[(SIDES[m.side], m.name, m.title or "—", _hour(m.arrived_at) or "没到") for m in seated],
        recusals=[(r.panelist.name, r.application.name, r.reason or r.said or "—") for r in relations(batch)
                  if r.decision == RelationDecision.RECUSED],
        lot=lot, draw=[(DRAW_SIDES[one.side], str(one.number), one.word, one.seal) for one in lot.sides],
        turns=[_turn(one) for one in order],
        absent=[one.application.name for one in order if one.state == SlotState.ABSENT],
        questions=sum(len(one.questions) for one in order),
        sealed=len(score.sealed(batch) & wanted), due=len(wanted),
        run=f"{_minute(run.run_at)}，结果指纹 {run.result_hash[:16]}" if run else "",
        changes=_changes(batch),
        present=[m.name for m in seated if decision and str(m.pk) in decision.present],
        votes=_votes(batch, decision) if decision else [], reason=decision.reason if decision else "",
    )  # fmt: skip


def _turn(slot: Any) -> tuple[str, ...]:
    """Drawn number, who, from when to when, questions, what came of it."""
    span = f"{_hour(slot.started_at)}—{_hour(slot.done_at)}" if slot.started_at else "—"
    return str(slot.place), slot.application.name, span, str(len(slot.questions)), TURNS.get(slot.state, "没有评")


def _changes(batch: Batch) -> list[tuple[str, ...]]:
    """Corrections that came into force: whose sheet, of whom, why, old and new."""
    found = SheetChange.objects.filter(sheet__batch=batch, state=ChangeState.IN_FORCE).order_by("asked_at")
    rows = found.select_related("sheet__panelist", "sheet__application")
    return [(r.sheet.panelist.name, r.sheet.application.name, r.reason, _difference(r.old, r.new)) for r in rows]


def _difference(old: dict[str, Any], new: dict[str, Any]) -> str:
    return "，".join(f"第 {no} 项 {old.get(no)} 改 {new[no]}" for no in sorted(new, key=int) if old.get(no) != new[no])


def _votes(batch: Batch, decision: Any) -> list[tuple[str, ...]]:
    """Every motion, who voted how by name, what came of it."""
    names = {str(p.application_id): p.application.name for p in places(batch)}
    names |= {str(one.application_id): one.application.name for one in slots(batch)}
    voters = {m.pk: m.name for m in members(batch)}
    return [_vote(ballot, names, voters) for ballot in ballots(decision)]


def _vote(ballot: Any, names: dict[str, str], voters: dict[Any, str]) -> tuple[str, ...]:
    cast = list(ballot.votes.all())
    told = [(label, [voters.get(v.panelist_id, "") for v in cast if v.side == side]) for side, label in VOTES.items()]
    said = "；".join(f"{label} {len(who)}（{'、'.join(who)}）" for label, who in told if who)
    kept = "；".join(f"{voters.get(v.panelist_id, '')}保留意见：{v.reservation}" for v in cast if v.reservation)
    who = "、".join(names.get(key, key) for key in ballot.applicants)
    time = "再议" if ballot.time > 1 else ""
    return str(ballot.no), f"{who}{time}", "；".join(filter(None, (said, kept))), OUTCOMES[ballot.outcome]


def _minute(moment: datetime | None) -> str:
    return f"{shanghai.long(shanghai.day(moment))} {_hour(moment)}" if moment else ""


def _hour(moment: datetime | None) -> str:
    return f"{shanghai.local(moment):%H:%M}" if moment else ""
