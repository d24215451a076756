"""Reading what follows the decision: the notice, objections, agreements, the register."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length

from sanshe.core.accounts.queries import holders, users_with
from sanshe.core.areas.queries import within
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.notices.models import PublicNotice
from sanshe.core.receipts.rules import settled
from sanshe.incubation.enums.access import P, Role
from sanshe.incubation.enums.agreement import REASON_WORKDAYS, AgreementState
from sanshe.incubation.enums.batch import BatchState
from sanshe.incubation.enums.decision import PlaceKind, PlaceState
from sanshe.incubation.enums.objection import ANSWER_WORKDAYS, REVIEW_WORKDAYS, ObjectionState
from sanshe.incubation.enums.register import EntryState, TotalName
from sanshe.incubation.models import Agreement, Batch, Entry, Objection, Place, Relation
from sanshe.incubation.queries.panel import members
from sanshe.incubation.rules.objection import refusal_to_handle
from sanshe.incubation.rules.register import total_name

NOTICE = "incubation.places"
AGREEMENT = "incubation.agreement"


def notices_of(batch: Batch) -> QuerySet[PublicNotice]:
    """The notices of this batch's list, newest first."""
    return PublicNotice.objects.filter(kind=NOTICE, subject=batch.pk).order_by("-drafted_at")


def published_of(batches: Iterable[UUID]) -> set[UUID]:
    """Those of these batches whose list has been made public."""
    found = PublicNotice.objects.filter(kind=NOTICE, subject__in=list(batches), published_at__isnull=False)
    return {key for key in found.values_list("subject", flat=True) if key}


def notice_of(batch: Batch) -> PublicNotice | None:
    return notices_of(batch).first()


def window_end(notice: PublicNotice) -> datetime:
    """The first moment after the notice's window."""
    return Due(notice.window_to).moment if notice.window_to else shanghai.end(date.max)


def open_objections(place: Place) -> int:
    return place.objections.filter(state__in=ObjectionState.blocking()).count()


def blocked(batch: Batch) -> set[UUID]:
    """Places with an open objection."""
    found = Objection.objects.filter(place__batch=batch, state__in=ObjectionState.blocking())
    return set(found.values_list("place_id", flat=True))


def objections(actor: Actor, code: str) -> QuerySet[Objection]:
    """Objections of the areas of the appointment, newest first."""
    found = Objection.objects.filter(within(actor.paths(code)))
    return found.select_related("place", "place__application", "place__batch").order_by("-raised_at")


def objection_for(actor: Actor, pk: UUID) -> Objection | None:
    """One objection for those who handle or follow it."""
    found = objections(actor, P.OBJECTION_HANDLE) | objections(actor, P.OBJECTION_PROGRESS)
    return found.filter(pk=pk).distinct().first()


def by_number(number: str, last_four: str) -> Objection | None:
    """For who raised it: number and the last four digits of the telephone."""
    found = Objection.objects.filter(number=number.strip()).select_related("place", "place__application").first()
    digits = "".join(c for c in (found.phone if found else "") if c.isdecimal())
    return found if found and last_four.strip() == digits[-4:] and digits else None


def answer_due(objection: Objection) -> date:
    start = shanghai.day(objection.raised_at)
    return workdays().term(start, ANSWER_WORKDAYS, DayKind.WORKDAY)


def review_due(answered_at: datetime) -> date:
    return workdays().term(shanghai.day(answered_at), REVIEW_WORKDAYS, DayKind.WORKDAY)


def deciders_of_recusals(batch: Batch) -> set[str]:
    found = Relation.objects.filter(panelist__panel__batch=batch).values_list("first_by", "second_by")
    return {str(one) for pair in found for one in pair if one}


def panelists(batch: Batch) -> set[str]:
    return {str(member.person) for member in members(batch)}


def workers(objection: Objection) -> set[str]:
    """Who handled it, and whoever found or noted anything in it: a co-handler may have been replaced."""
    found = {objection.handler, objection.co_handler}
    found |= set(objection.points.values_list("judged_by", flat=True))
    return {str(one) for one in found | set(objection.notes.values_list("noted_by", flat=True)) if one}


def co_handlers(objection: Objection, at: datetime) -> list[tuple[UUID, str]]:
    """(user, name) of those who may be named beside the handler: with the same right, and as independent."""
    batch = objection.place.batch
    who = {"panelists": panelists(batch), "recusal_deciders": deciders_of_recusals(batch)}
    who["operators"] = {str(one.pk) for one in users_with(Role.CENTRE_OPERATOR, objection.area_path, at)}
    taken = (objection.handler, objection.co_handler)
    found = [one for one in holders(P.OBJECTION_HANDLE, objection.area_path, at) if one.pk not in taken]
    return [(one.pk, one.name) for one in found if refusal_to_handle(person=str(one.pk), **who) is None]


def to_close(at: datetime) -> list[Objection]:
    """Answered objections whose days to ask for review are over."""
    found = Objection.objects.filter(state=ObjectionState.ANSWERED, review_due_on__lt=shanghai.day(settled(at)))
    return list(found.select_related("place", "place__batch"))


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


def entries(actor: Actor) -> QuerySet[Entry]:
    found = Entry.objects.filter(within(actor.paths(P.REGISTER_READ)))
    return found.select_related("organisation", "batch", "agreement").order_by("-entered_on", "organisation__name")


def entered(batches: Iterable[Batch]) -> dict[UUID, int]:
    """How many entered by batch, in one query."""
    found = Entry.objects.filter(batch__in=[one.pk for one in batches]).values_list("batch")
    return dict(found.annotate(n=Count("pk")).order_by())


def sums(path: str) -> dict[str, int]:
    """Graduated, in incubation and left are all entries under an area; and distinct organisations that ever entered."""
    found = Entry.objects.filter(within([path])).aggregate(
        graduated=Count("pk", filter=Q(state=EntryState.GRADUATED)),
        in_incubation=Count("pk", filter=Q(state=EntryState.IN_INCUBATION)),
        left=Count("pk", filter=Q(state=EntryState.LEFT)),
        entered_total=Count("organisation", distinct=True),
    )
    return dict(found)


def total_name_of(found: dict[str, int], path: str) -> TotalName:
    """What the total of these sums may be called."""
    running = Batch.objects.filter(within([path])).exclude(state=BatchState.CLOSED_OUT).count()
    return total_name(running=running, in_incubation=found["in_incubation"], left=found["left"])


def batch_line(batch: Batch, funnel: Any) -> dict[str, int]:
    """One batch among the published figures."""
    names = ("received", "screened_in", "selected", "reserve", "signed")
    return {"no": batch.no, **{name: getattr(funnel, name) for name in names}}


def kinds(batch: Batch) -> dict[str, int]:
    found = Place.objects.filter(batch=batch).values_list("kind").annotate(n=Count("pk"))
    return {kind: n for kind, n in found if kind in set(PlaceKind)}


def in_notice(at: datetime) -> list[Batch]:
    """Batches with places whose notice's window is over."""
    found = Batch.objects.filter(pk__in=Place.objects.filter(state=PlaceState.NOTICED).values("batch_id"))
    ended = ((batch, notices_of(batch).filter(published_at__isnull=False).first()) for batch in found)
    return [batch for batch, notice in ended if notice is not None and window_end(notice) <= settled(at)]


def sums_for(actor: Actor) -> dict[str, Any]:
    """The register's sums for who may read it, and what their total is called; empty for everybody else."""
    paths = actor.paths(P.REGISTER_READ)
    if not paths:
        return {}
    found = sums(paths[0])
    return {**found, "total_name": total_name_of(found, paths[0])}
