"""A place of the public list as something that may be objected to: its window, who had a part in it, whom to tell."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Recipient
from sanshe.core.objections.queries import blocked as held_up
from sanshe.core.objections.queries import notice_end, open_rows
from sanshe.core.objections.types import Listing
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.models import Batch, Place, Relation
from sanshe.incubation.queries.call.application import private_of
from sanshe.incubation.queries.call.batch import any_batch, batch_for
from sanshe.incubation.queries.notice.publication import notices_of
from sanshe.incubation.queries.panel.panel import members, shut_to


def listing(key: UUID) -> Listing | None:
    """The newest published list of a batch, in its order and never by rank."""
    batch = any_batch(key)
    notice = notices_of(batch).filter(published_at__isnull=False).first() if batch else None
    if batch is None or notice is None or notice.published_at is None:
        return None
    window = {"opens": notice.published_at, "closes": notice_end(notice), "notice": notice.pk}
    return Listing(key, batch.name, batch.area_path, items=_items(batch, notice), contact=notice.contact, **window)


def _items(batch: Batch, notice: PublicNotice) -> tuple[tuple[UUID, str], ...]:
    order = {name: i for i, name in enumerate(notice.names)}
    rows = Place.objects.filter(batch=batch, application__name__in=list(order)).select_related("application")
    listed = sorted(rows, key=lambda one: order[one.application.name])
    return tuple((one.pk, one.application.name) for one in listed)


def deciders_of_recusals(batch: Batch) -> set[str]:
    found = Relation.objects.filter(panelist__panel__batch=batch).values_list("first_by", "second_by")
    return {str(one) for pair in found for one in pair if one}


def panelists(batch: Batch) -> set[str]:
    return {str(member.person) for member in members(batch)}


def shut(actor: Actor, key: UUID) -> set[UUID]:
    """Places of applicants from which this person is recused."""
    return set(Place.objects.filter(batch=key, application__in=shut_to(actor)).values_list("pk", flat=True))


def about(actor: Actor, key: UUID) -> tuple[str, str] | None:
    """The batch and its page."""
    batch = batch_for(actor, P.BATCH_READ, key)
    return (batch.name, reverse("incubation:batch", args=[key])) if batch else None


def concerned(subject: UUID) -> Sequence[Recipient]:
    """The applicant: the account that wrote the draft, and the contact's phone."""
    application = Place.objects.select_related("application").get(pk=subject).application
    private = private_of(application)
    phone = private.get("contact_phone") or private.get("head_phone") or ""
    return [Recipient(user_id=application.owner, phone=phone)] if phone or application.owner else []


def open_objections(place: Place) -> int:
    return open_rows(KIND, subject=place.pk).count()


def blocked(batch: Batch) -> set[UUID]:
    """Places with an open objection."""
    return held_up(KIND, batch.pk)
