"""Reading the organisations in incubation: for the centre of an area, and for who acts for one of them."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.queries import in_force
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models import Batch, Entry

LISTED = ("organisation", "batch", "agreement", "plan")
UNREAD = (  # what no list says, and costs a decryption or a parse for each row
    "agreement__content", "plan__fields", "organisation__head_name", "organisation__head_phone",
    "organisation__contact_name", "organisation__contact_phone",
)  # fmt: skip
WITH = ("organisation", "batch", "batch__centre", "agreement", "agreement__place__application", "plan", "plan__blank")


def entries(actor: Actor, code: str = P.ENTRY_READ) -> QuerySet[Entry]:
    """The entries of the areas for which this person holds the code."""
    return Entry.objects.filter(within(actor.paths(code))).select_related(*WITH)


def entry_for(actor: Actor, pk: UUID, code: str = P.ENTRY_READ) -> Entry | None:
    return entries(actor, code).filter(pk=pk).first()


def own(actor: Actor) -> QuerySet[Entry]:
    """The entries of the organisations this person acts for, newest first."""
    mine = actor.organisations(P.ENTRY_OWN)
    return Entry.objects.filter(organisation__in=mine).select_related(*WITH).order_by("-entered_on")


def own_entry(actor: Actor, pk: UUID) -> Entry | None:
    return own(actor).filter(pk=pk).first()


def reachable(actor: Actor, own_code: str, staff_code: str) -> Q:
    """The condition on an entry that this person may write it: for their own organisation, or for the centre."""
    return Q(organisation__in=actor.organisations(own_code)) | within(actor.paths(staff_code))


def to_write(actor: Actor, pk: UUID, own_code: str, staff_code: str) -> Entry | None:
    """The entry for those who may write on it; nothing for everybody else."""
    found = Entry.objects.filter(reachable(actor, own_code, staff_code)).select_related(*WITH)
    return found.filter(pk=pk).first()


def has_representative(entry: Entry, at: datetime) -> bool:
    """Whether somebody can act for the organisation on a phone."""
    return Appointment.objects.filter(in_force(at), organisation=entry.organisation_id).exists()


def in_batch(batch: Batch) -> QuerySet[Entry]:
    """Who is in incubation from this batch, by name."""
    found = Entry.objects.filter(batch=batch, state=EntryState.IN_INCUBATION)
    return slim(found).order_by("organisation__name", "pk")


def slim(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries for a list or a count: without what is only read on the page of one."""
    return rows.select_related(*LISTED).defer(*UNREAD)


def batches_with_entries(actor: Actor) -> QuerySet[Batch]:
    """Batches from which somebody is in incubation now, for who may read them."""
    inside = Entry.objects.filter(state=EntryState.IN_INCUBATION, agreement__isnull=False).values("batch_id")
    return Batch.objects.filter(within(actor.paths(P.ENTRY_READ)), pk__in=inside).order_by("-no")
