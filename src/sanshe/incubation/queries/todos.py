"""What each role has to do in a batch now."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.agreement import AgreementState
from sanshe.incubation.enums.call.batch import BatchState, CallState
from sanshe.incubation.enums.decision.decision import DecisionState
from sanshe.incubation.enums.notice.objection import ObjectionState
from sanshe.incubation.enums.panel.panel import RelationDecision, SlotState
from sanshe.incubation.models import Batch, Objection
from sanshe.incubation.queries.agreement.agreement import agreements
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.decision.decision import decision_of
from sanshe.incubation.queries.notice.publication import notice_of
from sanshe.incubation.queries.panel import panel, score
from sanshe.incubation.queries.screening import screening
from sanshe.incubation.queries.stay import todos as stay

Item = tuple[str, str, str, dict[str, Any], Due | None, Any]


def waiting(actor: Actor, at: datetime) -> Iterator[Item]:
    """(kind, batch, URL name, its arguments, due, figure) for each thing to do."""
    running = [BatchState.CLOSED_OUT, BatchState.INCUBATING, BatchState.ASSESSING]
    for batch in batches.visible(actor).exclude(state__in=running)[:5]:
        yield from _of_batch(actor, batch)
    for seat in panel.seats_of(actor)[:3]:
        yield from _of_seat(seat)
    yield from stay.waiting(actor, at)


def _of_batch(actor: Actor, batch: Batch) -> Iterator[Item]:
    b = {"b": batch.pk}
    yield from _call(actor, batch, b)
    if batch.state in (BatchState.OPEN, BatchState.SCREENING) and actor.may(P.SCREENING_JUDGE):
        sums = screening.sums(batch)
        left = sums.waiting + sums.mended
        if left:
            yield "screening", batch.name, "screening", b, Due(batch.screening_until), left
    if batch.state == BatchState.SCREENING and actor.may(P.RECUSAL_DECIDE):
        undecided = panel.relations(batch).filter(decision=RelationDecision.OPEN).count()
        if undecided:
            yield "recusal", batch.name, "panel", b, Due(batch.panel_on), undecided
    yield from _panel_day(actor, batch, b)
    yield from _closing(actor, batch, b)


def _panel_day(actor: Actor, batch: Batch, b: dict[str, Any]) -> Iterator[Item]:
    """From the lot to the panel's decision: lock, lead the session, hold the vote."""
    day = Due(batch.panel_on)
    is_drawn = batch.state == BatchState.SCREENING and actor.may(P.PANEL_MANAGE) and panel.drawn_at(batch)
    if is_drawn and all(one.declared_at for one in panel.members(batch)):
        yield "lock", batch.name, "panel", b, day, ""
    if batch.state == BatchState.REVIEWING and actor.may(P.SESSION_CHAIR):
        left = panel.slots(batch).exclude(state__in=[SlotState.DONE, SlotState.ABSENT]).count()
        decision = decision_of(batch)
        if left:
            yield "session", batch.name, "session", b, day, left
        elif decision is None or decision.state == DecisionState.OPEN:
            yield "vote", batch.name, "decision", b, day, ""


def _call(actor: Actor, batch: Batch, b: dict[str, Any]) -> Iterator[Item]:
    call = batches.newest_call(batch) if batch.state in (BatchState.PLANNED, BatchState.OPEN) else None
    if call and call.state == CallState.APPROVED and actor.may(P.CALL_PUBLISH):
        yield "call", batch.name, "call_edit", b, Due(call.opens_on, 9), ""
    if call and call.state == CallState.DRAFT and actor.may(P.CALL_APPROVE):
        yield "call_draft", batch.name, "call_edit", b, Due(call.opens_on, 9), ""


def _closing(actor: Actor, batch: Batch, b: dict[str, Any]) -> Iterator[Item]:
    decision, notice = decision_of(batch), notice_of(batch)
    if decision and decision.state == DecisionState.SUBMITTED and actor.may(P.DECISION_APPROVE):
        yield "decision", batch.name, "decision", b, None, ""
    if batch.state == BatchState.DECIDED and notice is None and actor.may(P.PUBLICATION_DRAFT):
        yield "draft", batch.name, "publication", b, None, ""
    if notice and notice.state == "draft" and actor.may(P.PUBLICATION_APPROVE):
        yield "notice", batch.name, "publication", b, None, ""
    if notice and notice.state == "approved" and actor.may(P.PUBLICATION_PUBLISH):
        yield "publish", batch.name, "publication", b, None, ""
    if actor.may(P.OBJECTION_HANDLE):
        yield from _objections(batch)
    if batch.state == BatchState.SIGNING and actor.may(P.AGREEMENT_SIGN):
        left = agreements(batch).exclude(state__in=[AgreementState.SIGNED, AgreementState.LAPSED]).count()
        if left:
            yield "sign", batch.name, "agreements", b, Due(batch.signing_to, batch.signing_hour), left


def _objections(batch: Batch) -> Iterator[Item]:
    kinds = {ObjectionState.RECEIVED: "objection", ObjectionState.ACCEPTED: "answer"}
    for one in Objection.objects.filter(place__batch=batch, state__in=list(kinds)):
        due = Due(one.answer_due_on) if one.answer_due_on else None
        yield kinds[ObjectionState(one.state)], batch.name, "objection", {"pk": one.pk}, due, one.number


def _of_seat(seat: Any) -> Iterator[Item]:
    batch, b = seat.panel.batch, {"b": seat.panel.batch_id}
    if seat.declared_at is None:
        yield "declare", batch.name, "declare", b, Due(batch.panel_on), ""
        return
    mine = {key for key, sheet in score.own_sheets(seat).items() if sheet.state == "sealed"}
    barred = {a for p, a in panel.recused_pairs(batch) if p == seat.pk}
    called = panel.slots(batch).filter(state__in=[SlotState.CALLED, SlotState.PRESENTING, SlotState.DONE])
    left = [slot for slot in called if slot.application_id not in mine | barred]
    if left:
        yield "score", batch.name, "pads", b, None, "、".join(slot.application.name for slot in left[:3])
