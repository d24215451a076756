"""Finding the recorded fact that is to be struck: each kind under the permission by which it was entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.rows.models import Placed
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.strike import Struck
from sanshe.incubation.models import DeskUse, Entry, Milestone, Receipt, ResourceLink, Supervision, SupportGrant


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind: its rows, who may strike them, and the way to its entry."""

    rows: Any
    needs: P
    entry: str


SORTS: Mapping[Struck, Sort] = {
    Struck.SUPERVISION: Sort(Supervision.every, P.SUPERVISION_RECORD, "entry"),
    Struck.LINK: Sort(ResourceLink.every, P.RESOURCE_MANAGE, "entry"),
    Struck.DESK: Sort(DeskUse.every, P.SUPPORT_MANAGE, "entry"),
    Struck.GRANT: Sort(SupportGrant.every, P.SUPPORT_MANAGE, "entry"),
    Struck.RECEIPT: Sort(Receipt.every, P.RECEIPT_CHECK, "grant__entry"),
    Struck.MILESTONE: Sort(Milestone.objects, P.PLAN_JUDGE, "plan__entry"),
}


def strikable(actor: Actor, sort: Struck, pk: UUID) -> Any:
    """The row, for who may strike its kind in its area."""
    one = SORTS[sort]
    return one.rows.filter(within(actor.paths(one.needs)), pk=pk).select_related(one.entry).first()


def entry_of(sort: Struck, row: Placed) -> Entry:
    """The organisation's stay it belongs to."""
    found: Any = row
    for name in SORTS[sort].entry.split("__"):
        found = getattr(found, name)
    return cast(Entry, found)
