"""The proof pack of a batch, once it was tabulated."""

import datetime

from sanshe.core.audit import actions as audit
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.incubation.enums.panel.score import R
from sanshe.incubation.models import Batch
from sanshe.incubation.queries.decision.decision import refusal_to_see, tabulation_of
from sanshe.incubation.queries.panel.score import is_all_sealed


def make(*, batch: Batch, by: Actor, at: datetime.datetime) -> bytes:
    """The pack as a zip, for who may see the marks. What lies in it is declared in `ledgers/decision/proof.py`."""
    insist(None if is_all_sealed(batch) and tabulation_of(batch) else R.CLOSED_YET)
    insist(refusal_to_see(by, batch))
    return audit.make_pack(kind="incubation.batch", row=batch, by=by, at=at)
