"""Where incubation stands, in one line of the desk's table."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.duties import queries as duties
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.types import Door, WorkLine
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.batch import BatchState as B
from sanshe.incubation.enums.decision.decision import PlaceKind, PlaceState
from sanshe.incubation.models import Application, Batch, Entry
from sanshe.incubation.pages.batch import clocks, phase
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.call.batch import Funnel

UNDER_WAY = (S.SUBMITTED, S.RETURNED, S.SCREENED, S.SCORED)
ENDED = (PlaceState.FALLEN, PlaceState.LAPSED, PlaceState.NOT_SELECTED)


def waiting(actor: Actor) -> QuerySet[Application]:
    """Applications that are still on their way, and who is in incubation: what has not ended."""
    running = Q(state__in=UNDER_WAY) & ~Q(batch__state=B.CLOSED_OUT)
    out = Q(place__state__in=ENDED) | Q(place__kind=PlaceKind.RESERVE)
    return Application.objects.filter(running, within(actor.paths(P.BATCH_READ))).exclude(out)


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """The newest batch that was begun: its phase, its figures, and its next fixed day."""
    batch = batches.visible(actor).first()
    if batch is None:
        return None
    funnel, page = batches.funnel(batch), reverse("incubation:batch", args=[batch.pk])
    said = _("{batch}，{phase}").format(batch=batch.name, phase=phase(batch, at))
    what, day = _next(batch, at)
    running = tuple(clocks(batch, at))
    return WorkLine(said, Door("", waiting(actor).count(), f"{page}#list"), _doors(funnel, page), day, what, running)


def _doors(funnel: Funnel, page: str) -> tuple[Door, ...]:
    told = (
        (_("申请"), funnel.received, "#list"),
        (_("初审"), funnel.screened_in, "?state=screened,scored,absent#list"),
        (_("入围"), funnel.selected, "?kind=selected#list"),
        (_("签约"), funnel.signed, "agreements/"),
    )
    return tuple(Door(label, n, page + to, " → ") for label, n, to in told)


def _next(batch: Batch, at: datetime) -> tuple[str, date | None]:
    """The nearest of the batch's days that is still to come, or of what its organisations owe."""
    today, call = shanghai.day(at), batches.newest_call(batch)
    days: list[tuple[Any, date | None]] = [
        (_("招募公告发布"), call.opens_on if call and not call.published_at else None),
        (_("报名截止"), call.closes_on if call else None),
        (_("初审结束"), batch.screening_until),
        (_("现场评审"), batch.panel_on),
        (_("签约"), batch.signing_from),
        (_("候补名单到期"), batch.reserve_until),
        *_owed(batch, at),
    ]
    left = [(day, str(label)) for label, day in days if day and day >= today]
    first = min(left, default=None)
    return (first[1], first[0]) if first else ("", None)


def _owed(batch: Batch, at: datetime) -> Iterator[tuple[Any, date]]:
    """What is owed in the stay of this batch, and the end of its terms."""
    if batch.state not in (B.INCUBATING, B.ASSESSING):
        return
    first = duties.next_of(batch.pk, at, "孵")
    if first and first.due:
        yield first.source.name, first.due.day
    ends = Entry.objects.filter(batch=batch, state=EntryState.IN_INCUBATION, term_to__gte=shanghai.day(at))
    if end := ends.aggregate(first=Min("term_to"))["first"]:
        yield _("孵化期满"), end
