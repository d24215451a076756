"""Whose identity images are still kept, and until when the result could be reviewed."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from sanshe.core.files.models import Attachment
from sanshe.core.kit import shanghai
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.enums.screening.screening import ScreeningOutcome
from sanshe.incubation.models import Application, Batch, Screening
from sanshe.incubation.queries.call.application import KIND
from sanshe.incubation.queries.notice.objection import blocked
from sanshe.incubation.queries.notice.publication import notices_of
from sanshe.incubation.queries.screening.screening import review_due
from sanshe.incubation.rules.retention import IDENTITY_SLOTS, is_image_over

NOT_SELECTED = (PlaceState.NOT_SELECTED, PlaceState.RESERVE, PlaceState.FALLEN, PlaceState.LAPSED)
REFUSED = (S.INELIGIBLE, S.OVERDUE)


def images_over(at: datetime) -> list[Application]:
    """Applications that were not selected and whose identity images have had their time."""
    today, ends = shanghai.day(at), {}
    found = []
    for one in _with_images():
        if one.batch_id not in ends:
            ends[one.batch_id] = _result_ended_on(one.batch)
        ended = _refusal_ended_on(one) if one.state in REFUSED else _place_ended_on(one, ends[one.batch_id])
        if is_image_over(review_ended_on=ended, today=today):
            found.append(one)
    return found


def _with_images() -> QuerySet[Application]:
    kept = Attachment.objects.filter(kind=KIND, slot__in=IDENTITY_SLOTS, file__purged_at__isnull=True)
    out = Q(place__state__in=NOT_SELECTED) | Q(place=None, state__in=[*REFUSED, S.DRAFT, S.WITHDRAWN, S.ABSENT])
    found = Application.objects.filter(out, pk__in=kept.values("subject"))
    return found.select_related("batch", "place").defer("fields", "private").order_by("pk")


def _refusal_ended_on(application: Application) -> date | None:
    """Two working days to ask for a second look; once asked, the day of the answer."""
    newest = Screening.objects.filter(application=application).select_related("review").order_by("-no").first()
    if newest is None or newest.outcome == ScreeningOutcome.RETURNED:
        return newest.due_on if newest else None
    asked = getattr(newest, "review", None)
    if asked is None:
        return review_due(newest)
    return shanghai.day(asked.answered_at) if asked.answered_at else None


def _result_ended_on(batch: Batch) -> date | None:
    """The last day of the newest public notice's window; None before, and while an objection is open."""
    notice = notices_of(batch).filter(published_at__isnull=False).first()
    return notice.window_to if notice and not blocked(batch) else None


def _place_ended_on(application: Application, ended: date | None) -> date | None:
    """A reserve may still move up until its own day."""
    place = getattr(application, "place", None)
    is_waiting = place is not None and place.state == PlaceState.RESERVE
    if ended is None or not is_waiting:
        return ended
    until = application.batch.reserve_until
    return max(ended, until) if until else None
