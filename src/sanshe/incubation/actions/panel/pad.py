"""Whether this member may have a sheet for this applicant now: asked before every save and seal."""

from sanshe.core.kit.refused import insist
from sanshe.incubation.enums.panel.panel import SlotState
from sanshe.incubation.models import Batch, Panelist, Slot
from sanshe.incubation.queries.panel.panel import is_recused
from sanshe.incubation.rules.panel.score import refusal_to_score


def insist_may_score(*, batch: Batch, panelist: Panelist, slot: Slot) -> None:
    """Raises Refused NOT_ON_PANEL, RECUSED or NOT_CALLED. A turn that is over may still be sealed."""
    called = slot.state in (SlotState.CALLED, SlotState.PRESENTING, SlotState.DONE)
    mine = panelist.dismissed_at is None and panelist.panel.batch_id == batch.pk and not panelist.is_gone(slot.turn)
    shut = is_recused(panelist, slot.application_id)
    insist(refusal_to_score(is_on_panel=mine, is_recused=shut, is_called=called))
