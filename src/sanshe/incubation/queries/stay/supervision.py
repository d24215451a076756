"""Reading supervision: of one organisation, what is to be followed, and the record table."""

from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models import Batch, Entry, Supervision
from sanshe.incubation.rules.stay import supervision as rules
from sanshe.incubation.rules.stay.promise import Promise


def supervisions(actor: Actor, code: str = P.ENTRY_READ) -> QuerySet[Supervision]:
    return Supervision.objects.filter(within(actor.paths(code))).select_related("entry__organisation")


def supervision_for(actor: Actor, pk: UUID, code: str) -> Supervision | None:
    return supervisions(actor, code).filter(pk=pk).first()


def of_entry(entry: Entry) -> QuerySet[Supervision]:
    """Every talk, those struck as well."""
    return Supervision.every.filter(entry=entry).order_by("-held_on", "-recorded_at")


def promise(entry: Entry, rows: list[Supervision]) -> Promise:
    """Hours the agreement promised and those given, both in quarters."""
    promised = entry.agreement.promised.get("hours", 0) if entry.agreement else 0
    return Promise(4 * promised, sum(one.quarters for one in rows if one.struck_at is None))


def given(batch: Batch) -> dict[UUID, int]:
    """Quarters given, by entry."""
    found = Supervision.objects.filter(entry__batch=batch).values_list("entry").annotate(n=Sum("quarters"))
    return dict(found)


def _tying() -> QuerySet[Supervision]:
    """What ties its recorder to the organisation: all that stands, and what they struck themselves. A mistake unties
    once somebody else struck it; else an assessor could free themselves."""
    return Supervision.every.filter(Q(struck_at=None) | Q(struck_by=F("recorded_by")))


def supervisors(entry: Entry) -> set[UUID]:
    """Who supervised this organisation, in whatever batch."""
    found = _tying().filter(entry__organisation=entry.organisation_id, recorded_by__isnull=False)
    return {who for who in found.values_list("recorded_by", flat=True) if who}


def supervised_by(person: UUID) -> frozenset[str]:
    """The organisations somebody supervised, as the search for relations compares them."""
    found = _tying().filter(recorded_by=person).values_list("entry__organisation", flat=True)
    return frozenset(str(one) for one in found.distinct())


def without(batch: Batch) -> QuerySet[Entry]:
    """Those in incubation nobody has spoken with yet."""
    seen = Supervision.objects.filter(entry__batch=batch).values("entry_id")
    return Entry.objects.filter(batch=batch, state=EntryState.IN_INCUBATION, agreement__isnull=False).exclude(
        pk__in=seen
    )


def first_due(entry: Entry) -> Due:
    return rules.first_due(entry.entered_on)


def to_follow() -> QuerySet[Supervision]:
    """What is to be looked at again and was not yet, the nearest day first."""
    found = Supervision.objects.filter(follow_up_on__isnull=False, followed_at=None)
    return found.select_related("entry__organisation").order_by("follow_up_on")


def follow_due(one: Supervision) -> Due:
    assert one.follow_up_on is not None
    return Due(one.follow_up_on, kind=DayKind.DAY)
