"""Reading applications: by staff of the area, or by who wrote them."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.files.queries import attachments
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.models import Application, Batch, DeskReceipt
from sanshe.incubation.rules.call.application import SLOTS

KIND = "incubation.application"


def private_of(application: Application) -> dict[str, str]:
    """The personal part of a snapshot."""
    return json.loads(application.private) if application.private else {}


def values_of(application: Application) -> dict[str, str]:
    """Everything that was filled in, personal or not."""
    return {**application.fields, **private_of(application)}


def for_staff(actor: Actor, code: str = P.APPLICATION_READ) -> QuerySet[Application]:
    """What was received, in the areas of the appointment; drafts belong to who writes them."""
    found = Application.objects.filter(within(actor.paths(code))).exclude(state=S.DRAFT)
    return found.select_related("batch")


def of_batch(actor: Actor, batch: Batch, code: str = P.APPLICATION_READ) -> QuerySet[Application]:
    return for_staff(actor, code).filter(batch=batch).order_by("serial")


def one_for_staff(actor: Actor, pk: UUID, code: str = P.APPLICATION_READ) -> Application | None:
    return for_staff(actor, code).filter(pk=pk).first()


def of_owner(actor: Actor) -> QuerySet[Application]:
    """The applications this person writes, newest first."""
    if actor.id is None:
        return Application.objects.none()
    return (
        Application.objects.filter(owner=actor.id)
        .select_related("batch", "batch__centre", "place")
        .order_by("-saved_at")
    )


def own(actor: Actor, pk: UUID) -> Application | None:
    return of_owner(actor).filter(pk=pk).first()


def may_see_files(actor: Actor, pk: UUID) -> bool:
    """Who may open the papers of an application: its owner, and staff who may read it."""
    return own(actor, pk) is not None or one_for_staff(actor, pk) is not None


def papers(application: Application) -> dict[str, Any]:
    """The attachments by slot."""
    return {one.slot: one for one in attachments(KIND, application.pk)}


def slots_filled(application: Application) -> frozenset[str]:
    return frozenset(papers(application)) & frozenset(SLOTS)


def written_at(application: Application) -> datetime:
    """When a field was last written or a paper last given."""
    return max([application.saved_at, *(one.at for one in papers(application).values())])


def doubles(
    batch: Batch, *, name: str, credit_code: str, but: UUID | None = None, party: UUID | None = None
) -> QuerySet[Application]:
    """Received applications of this batch with the same code, or without codes the same name, or of the organisation
    itself. One that is not proven to be of its organisation stands in nobody's way."""
    found = _in_the_way(batch).exclude(pk=but) if but else _in_the_way(batch)
    alike = Q(credit_code=credit_code) if credit_code else Q(same_name=same.name(name))
    return found.filter(alike | Q(organisation=party) if party else alike)


def doubles_of(batch: Batch, given: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Application]:
    """The doubles of many, each given by name and code, in two questions for all."""
    pairs = list(given)
    codes, names = {code for _name, code in pairs} - {""}, {same.name(name) for name, code in pairs if not code}
    rows = _in_the_way(batch).order_by("-pk")  # the first of several stands last
    by_code = {one.credit_code: one for one in rows.filter(credit_code__in=codes)}
    by_name = {one.same_name: one for one in rows.filter(same_name__in=names)}
    found = {pair: by_code.get(pair[1]) if pair[1] else by_name.get(same.name(pair[0])) for pair in pairs}
    return {pair: one for pair, one in found.items() if one}


def _in_the_way(batch: Batch) -> QuerySet[Application]:
    found = Application.objects.filter(batch=batch, serial__isnull=False, organisation__isnull=False)
    return found.exclude(state=S.WITHDRAWN)


def receipts(batch: Batch) -> QuerySet[DeskReceipt]:
    return batch.receipts.select_related("application").order_by("no")
