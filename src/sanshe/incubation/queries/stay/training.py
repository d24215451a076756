"""Reading trainings: of a batch, of one organisation, and the sign sheet."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.training import TrainingState as S
from sanshe.incubation.models import Attendance, Batch, Entry, Training
from sanshe.incubation.rules.stay.promise import Promise

CAME = {
    "invited": Count("attendances"),
    "came": Count("attendances", filter=Q(attendances__people__gt=0)),
    "people": Sum("attendances__people"),
}


def trainings(actor: Actor, code: str = P.ENTRY_READ) -> QuerySet[Training]:
    """The trainings of one's areas with who was invited and came, the newest first."""
    found = Training.objects.filter(within(actor.paths(code))).select_related("batch").annotate(**CAME)
    return found.order_by("-starts_at", "-pk")


def training_for(actor: Actor, pk: UUID, code: str = P.ENTRY_READ) -> Training | None:
    return trainings(actor, code).filter(pk=pk).first()


def of_batch(actor: Actor, batch: Batch) -> QuerySet[Training]:
    return trainings(actor).filter(batch=batch)


def sheet(training: Training) -> QuerySet[Attendance]:
    return training.attendances.select_related("entry__organisation").order_by("entry__organisation__name")


def of_entry(entry: Entry) -> QuerySet[Attendance]:
    """What this organisation was invited to, the newest first; what was called off is not among it."""
    found = Attendance.objects.filter(entry=entry).exclude(training__state=S.CALLED_OFF)
    return found.select_related("training").order_by("-training__starts_at")


def promise(entry: Entry, rows: list[Attendance]) -> Promise:
    """Sessions the agreement promised, and those held for this organisation."""
    promised = entry.agreement.promised.get("sessions", 0) if entry.agreement else 0
    return Promise(promised, sum(one.training.state == S.HELD for one in rows))


def came(batch: Batch) -> dict[UUID, int]:
    """How many trainings each organisation came to, by entry."""
    found = Attendance.objects.filter(entry__batch=batch, people__gt=0, training__state=S.HELD)
    return dict(found.values_list("entry").annotate(n=Count("pk")))


def to_record(batch: Batch, at: datetime) -> QuerySet[Training]:
    """Held by the clock, without counts yet."""
    return Training.objects.filter(batch=batch, state=S.PLANNED, starts_at__lte=at).order_by("starts_at")


def to_come(batch: Batch, at: datetime) -> QuerySet[Training]:
    return Training.objects.filter(batch=batch, state=S.PLANNED, starts_at__gt=at).order_by("starts_at")


def invitations(entry: Entry, at: datetime) -> QuerySet[Attendance]:
    """What this organisation is invited to and is still to come, the nearest first."""
    found = of_entry(entry).filter(training__state=S.PLANNED, training__starts_at__gt=at)
    return found.order_by("training__starts_at")


def begins(training: Training) -> Due:
    """The day and hour of its beginning, as something to be there for."""
    when = shanghai.local(training.starts_at)
    return Due(when.date(), when.hour, DayKind.DAY)
