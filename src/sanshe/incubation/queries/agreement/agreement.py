"""Reading agreements: who has to sign, until when, and what they promise together."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.agreement import REASON_WORKDAYS, AgreementState
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.models import Agreement, Batch, Place

AGREEMENT = "incubation.agreement"


def agreements(batch: Batch) -> QuerySet[Agreement]:
    """Those that were not replaced, by the serial in the number: 2 before 10."""
    found = Agreement.objects.filter(place__batch=batch).exclude(state=AgreementState.REPLACED)
    return (
        found.select_related("place", "place__application")
        .prefetch_related("signatures")
        .order_by(Length("number"), "number")
    )


def agreement_for(actor: Actor, pk: UUID, code: str = P.AGREEMENT_READ) -> Agreement | None:
    found = Agreement.objects.filter(within(actor.paths(code))).select_related(
        "place", "place__application", "place__batch", "place__batch__centre"
    )
    return found.filter(pk=pk).first()


def neighbours(row: Agreement) -> tuple[Agreement | None, Agreement | None]:
    """Before and after this one among those that still have to be signed by somebody."""
    waiting = [AgreementState.PREPARED, AgreementState.CENTRE_SIGNED]
    found = agreements(row.place.batch).filter(Q(state__in=waiting) | Q(pk=row.pk))
    order: list[Agreement | None] = [None, *found, None]
    at = order.index(row) if row in order else 0
    return (order[at - 1], order[at + 1]) if at else (None, None)


def may_see_papers(actor: Actor, pk: UUID) -> bool:
    """Who may open the scans of an agreement."""
    return agreement_for(actor, pk) is not None


def to_prepare(batch: Batch) -> QuerySet[Place]:
    """Confirmed places without a standing agreement."""
    standing = Agreement.objects.exclude(state__in=[AgreementState.REPLACED, AgreementState.LAPSED])
    found = Place.objects.filter(batch=batch, state=PlaceState.CONFIRMED).exclude(pk__in=standing.values("place_id"))
    return found.select_related("application", "application__organisation", "batch__centre").order_by(
        "application__serial"
    )


def promised(batch: Batch) -> dict[str, int]:
    """What all standing agreements of the batch promise together."""
    found: dict[str, int] = {}
    standing = agreements(batch).exclude(state=AgreementState.LAPSED)
    for said in standing.values_list("promised", flat=True):
        for kind, n in said.items():
            found[kind] = found.get(kind, 0) + n
    return found


def signing_closes(batch: Batch) -> datetime:
    return Due(batch.signing_to, batch.signing_hour).moment


def reason_until(batch: Batch) -> datetime:
    """Until when who did not sign may say why."""
    return Due(workdays().term(batch.signing_to, REASON_WORKDAYS, DayKind.WORKDAY)).moment
