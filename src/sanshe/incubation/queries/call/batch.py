"""Reading batches, calls and where a batch stands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.asked import key_of, whole
from sanshe.core.objections.queries import open_rows
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.batch import CallState
from sanshe.incubation.enums.decision.decision import PlaceKind, PlaceState
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.models import Application, Batch, Call, Criterion, EligibilityRule, Place


def visible(actor: Actor, code: str = P.BATCH_READ) -> QuerySet[Batch]:
    """The batches of the areas for which this person holds the code, newest first."""
    return Batch.objects.filter(within(actor.paths(code))).select_related("centre").order_by("-no")


def batch_for(actor: Actor, code: str, pk: UUID) -> Batch | None:
    return visible(actor, code).filter(pk=pk).first()


def any_batch(pk: UUID) -> Batch | None:
    """A batch for pages that everybody may read."""
    return Batch.objects.select_related("centre").filter(pk=pk).first()


def numbered(no: int, path: str = "") -> list[Batch]:
    """The batches of this number in an area, one a centre; in the whole house without one."""
    rows = Batch.objects.select_related("centre").filter(no=no)
    return list(rows.filter(within([path])) if path else rows)


def batch_meant(actor: Actor, code: str, said: str) -> Batch | None:
    """The one batch a key or a number stands for among those of this person; None when it is none, or not one alone."""
    key = key_of(said)
    found = list(visible(actor, code).filter(**({"pk": key} if key else {"no": whole(said) or 0}))[:2])
    return found[0] if len(found) == 1 else None


def batch_kept(said: str) -> Batch | None:
    """The batch a run was settled on: its key, or a number kept before keys were, while one batch alone bears it."""
    if key := key_of(said):
        return any_batch(key)
    found = numbered(whole(said) or 0)
    return found[0] if len(found) == 1 else None


def standing_call(batch: Batch) -> Call | None:
    return batch.calls.filter(state=CallState.PUBLISHED).first()


def newest_call(batch: Batch) -> Call | None:
    return batch.calls.order_by("-version_no").first()


def call_versions(batch: Batch) -> list[Call]:
    """The versions everybody may read, newest first."""
    return list(batch.calls.filter(state__in=[CallState.PUBLISHED, CallState.REPLACED]).order_by("-version_no"))


def open_calls(paths: Collection[str], at: datetime) -> list[Call]:
    """Calls of these districts that one can apply to now; the path of a house without areas is all of it."""
    found = Call.objects.filter(state=CallState.PUBLISHED, closes_on__gte=shanghai.day(at), published_at__lte=at)
    return list(found.filter(within(paths)).select_related("batch", "batch__centre").order_by("closes_on"))


def is_decided(batch: Batch) -> bool:
    """Whether there is a decision with places."""
    return Place.objects.filter(batch=batch).exists()


def criteria(batch: Batch) -> list[Criterion]:
    return list(batch.criteria.all())


def rules_of(batch: Batch) -> list[EligibilityRule]:
    return list(batch.rules.all())


def rubric(batch: Batch) -> dict[int, int]:
    """The most points by criterion number."""
    return {criterion.no: criterion.points for criterion in criteria(batch)}


def window(call: Call) -> tuple[datetime, datetime]:
    """The first moment one can apply, and the first that is too late."""
    return call.published_at or shanghai.moment(call.opens_on), Due(call.closes_on).moment


def day_of(call: Call, at: datetime) -> str:
    """Which day of the call it is: 第 4 天. Both printed days belong."""
    return _("第 {n} 天").format(n=(shanghai.day(at) - call.opens_on).days + 1)


@dataclass(frozen=True, slots=True)
class Funnel:
    """The gates of a batch, in applications and places. `late` never got a number and is in no sum."""

    drafts: int
    late: int
    received: int
    waiting: int
    screened_in: int
    ineligible: int
    overdue: int
    withdrawn: int
    absent: int
    selected: int
    reserve: int
    not_selected: int
    confirmed: int
    signed: int
    objections: int

    @property
    def failed(self) -> int:
        """Received, and not let through by the screening."""
        return self.ineligible + self.overdue

    @property
    def unsigned(self) -> int:
        return self.confirmed - self.signed


def funnel(batch: Batch) -> Funnel:
    """Counted from the rows in two queries, however many there are."""
    first = {
        "drafts": Q(state=S.DRAFT),
        "late": Q(state=S.DRAFT, late_at__isnull=False),
        "received": Q(serial__isnull=False),
        "waiting": Q(state__in=[S.SUBMITTED, S.RETURNED]),
        "screened_in": Q(state__in=S.screened_in()),
        "ineligible": Q(state=S.INELIGIBLE),
        "overdue": Q(state=S.OVERDUE),
        "withdrawn": Q(state=S.WITHDRAWN, serial__isnull=False),
        "absent": Q(state=S.ABSENT),
    }
    then = {
        "selected": Q(kind=PlaceKind.SELECTED),
        "reserve": Q(kind=PlaceKind.RESERVE),
        "not_selected": Q(kind=PlaceKind.NOT_SELECTED),
        "confirmed": Q(state__in=[PlaceState.CONFIRMED, PlaceState.SIGNED]),
        "signed": Q(state=PlaceState.SIGNED),
        "objections": Q(pk__in=open_rows(KIND, listing=batch.pk).values("subject")),
    }
    counted = {name: Count("pk", filter=which) for name, which in first.items()}
    placed = {name: Count("pk", filter=which, distinct=True) for name, which in then.items()}
    received = Application.objects.filter(batch=batch).aggregate(**counted)
    return Funnel(**received, **Place.objects.filter(batch=batch).aggregate(**placed))
