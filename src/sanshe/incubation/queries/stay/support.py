"""Reading desks and small support."""

from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet, Sum

from sanshe.core.files.models import Attachment
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.models import Batch, DeskUse, Entry, Receipt, SupportGrant
from sanshe.incubation.queries.stay import stay

GRANT = "incubation.grant"


def desks(entry: Entry) -> QuerySet[DeskUse]:
    """The desks it has now."""
    return entry.desks.filter(released_on=None).order_by("no")


def desk_lines(entry: Entry) -> QuerySet[DeskUse]:
    """The desks it has now, and those that were entered wrongly."""
    return DeskUse.every.filter(Q(released_on=None) | Q(struck_at__isnull=False), entry=entry).order_by("no", "pk")


def held(entry: Entry) -> int:
    return desks(entry).count()


def promised(entry: Entry) -> int:
    return entry.agreement.promised.get("desks", 0) if entry.agreement else 0


def free(batch: Batch) -> list[int]:
    """The numbers nobody has now."""
    taken = set(DeskUse.objects.filter(batch=batch, released_on=None).values_list("no", flat=True))
    return [no for no in range(1, batch.capacity.get("desks", 0) + 1) if no not in taken]


def desk_for(actor: Actor, pk: UUID) -> DeskUse | None:
    return DeskUse.objects.filter(within(actor.paths(P.SUPPORT_MANAGE)), pk=pk).first()


def desks_of(batch: Batch) -> dict[UUID, str]:
    """The numbers held now, by entry."""
    found: dict[UUID, str] = {}
    for pk, no in DeskUse.objects.filter(batch=batch, released_on=None).order_by("no").values_list("entry", "no"):
        found[pk] = f"{found[pk]}、{no}" if pk in found else str(no)
    return found


def grants(entry: Entry) -> QuerySet[SupportGrant]:
    """Every amount with every receipt, those struck as well."""
    receipts = Prefetch("receipts", Receipt.every.order_by("spent_on", "pk"))
    return SupportGrant.every.filter(entry=entry).prefetch_related(receipts).order_by("given_on", "pk")


def grant_to_write(actor: Actor, pk: UUID) -> SupportGrant | None:
    """The support for who may hand in receipts for it: the organisation, or the centre for it."""
    mine = Q(entry__organisation__in=actor.organisations(P.RECEIPT_GIVE)) | within(actor.paths(P.SUPPORT_MANAGE))
    return SupportGrant.objects.filter(mine, pk=pk).select_related("entry__organisation").first()


def receipt_for(actor: Actor, pk: UUID) -> Receipt | None:
    found = Receipt.objects.filter(within(actor.paths(P.RECEIPT_CHECK))).select_related("grant__entry__organisation")
    return found.filter(pk=pk).first()


def to_check(batch: Batch, actor: Actor) -> list[UUID]:
    """Whose receipts, given in by somebody else, wait to be looked at, the oldest first; one for each receipt."""
    found = Receipt.objects.filter(grant__entry__batch=batch, state=ReceiptState.GIVEN).order_by("given_at", "pk")
    others = found.exclude(given_by=actor.id) if actor.id else found
    return list(others.values_list("grant__entry", flat=True))


def desks_left(batch: Batch) -> list[UUID]:
    """Who is no longer in incubation and still has a desk; one for each desk."""
    found = DeskUse.objects.filter(entry__batch=batch, released_on=None)
    return list(found.exclude(entry__state=EntryState.IN_INCUBATION).order_by("no").values_list("entry", flat=True))


def scans(rows: list[SupportGrant]) -> dict[str, UUID]:
    """The attachment of each receipt, by the receipt's key."""
    found = Attachment.objects.filter(kind=GRANT, subject__in=[row.pk for row in rows], detached_at__isnull=True)
    return {slot.removeprefix("receipt-"): pk for slot, pk in found.values_list("slot", "pk")}


def money(batch: Batch) -> dict[UUID, tuple[int, int]]:
    """(given, accounted for) by entry."""
    found = SupportGrant.objects.filter(entry__batch=batch).values_list("entry")
    return {pk: (given, spent) for pk, given, spent in found.annotate(n=Sum("cents"), s=Sum("spent"))}


def may_see_scans(actor: Actor, pk: UUID) -> bool:
    """Who may open a receipt: those who read entries of the area, and the organisation itself."""
    entry = SupportGrant.objects.filter(pk=pk).values_list("entry", flat=True).first()
    return entry is not None and (stay.entry_for(actor, entry) or stay.own_entry(actor, entry)) is not None
