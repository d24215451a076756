"""Values of 入选, 候补 and 未入选通知书, and of 孵化协议."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.notices.models import PublicNotice
from sanshe.core.papers.types import Item
from sanshe.incubation.enums.agreement.agreement import AgreementState
from sanshe.incubation.enums.decision.decision import PlaceKind, PlaceState
from sanshe.incubation.models import Agreement, Batch, Place
from sanshe.incubation.papers.agreement.standing import agreement_values, version_of
from sanshe.incubation.papers.words import Values, about, day
from sanshe.incubation.queries.agreement.agreement import agreements as standing_agreements
from sanshe.incubation.queries.notice.publication import notices_of, window_end
from sanshe.incubation.queries.panel.panel import shut_to


def _notice(batch: Batch, at: datetime) -> PublicNotice | None:
    """The batch's first public notice, once its window is over: no result is told before."""
    found = notices_of(batch).filter(published_at__isnull=False).order_by("published_at").first()
    return found if found and window_end(found) <= at else None


def _places(batch: Batch, at: datetime, **which: object) -> Sequence[Item]:
    notice = _notice(batch, at)
    if notice is None:
        return []
    rows = Place.objects.filter(batch=batch, **which).select_related("application", "batch__centre")
    order = rows.order_by("reserve_no", "application__serial")
    return [Item(one.pk, one.application.name, one.application.number, (one, notice)) for one in order]


def selected(batch: Batch, at: datetime) -> Sequence[Item]:
    return _places(batch, at, state__in=[PlaceState.CONFIRMED, PlaceState.SIGNED])


def reserve(batch: Batch, at: datetime) -> Sequence[Item]:
    return _places(batch, at, kind=PlaceKind.RESERVE, state=PlaceState.RESERVE)


def not_selected(batch: Batch, at: datetime) -> Sequence[Item]:
    """Neither selected nor reserve, or a place that fell."""
    return _places(batch, at, state__in=[PlaceState.NOT_SELECTED, PlaceState.FALLEN])


def shut_places(actor: Actor, batch: Batch) -> set[UUID]:
    """Places of applicants this person is recused from."""
    return set(Place.objects.filter(batch=batch, application__in=shut_to(actor)).values_list("pk", flat=True))


def place_values(item: Item, at: datetime) -> Values:
    """For all three letters: each template takes what it says."""
    place, notice = item.row
    batch, one = place.batch, place.application
    closed = window_end(notice)
    told = {"name": one.name, "number": one.number, "months": batch.term_months, "reserve_no": place.reserve_no or ""}
    days = {
        "signing_from": day(batch.signing_from),
        "signing_to": day(batch.signing_to),
        "signing_hour": batch.signing_hour,
        "reserve_until": day(batch.reserve_until or batch.signing_to),
    }
    line = f"{batch.centre.number_prefix}通〔{shanghai.day(closed).year}〕{one.serial} 号"
    return {**about(batch), **told, **days, "number_line": line, "date": day(closed)}


def agreements(batch: Batch, at: datetime) -> Sequence[Item]:
    """The agreements that stand."""
    rows = standing_agreements(batch).exclude(state=AgreementState.LAPSED)
    return [Item(one.pk, one.place.application.name, one.place.application.number, one) for one in rows]


def shut_agreements(actor: Actor, batch: Batch) -> set[UUID]:
    rows = Agreement.objects.filter(place__batch=batch, place__application__in=shut_to(actor))
    return set(rows.values_list("pk", flat=True))


def agreement_item_values(item: Item, at: datetime) -> Values:
    return agreement_values(item.row)


def agreement_version(item: Item) -> int | None:
    return version_of(item.row)


def own_place(actor: Actor, subject: UUID) -> bool:
    """Whether this person wrote the application that got the place."""
    return actor.id is not None and Place.objects.filter(pk=subject, application__owner=actor.id).exists()


def own_agreement(actor: Actor, subject: UUID) -> bool:
    return actor.id is not None and Agreement.objects.filter(pk=subject, place__application__owner=actor.id).exists()
