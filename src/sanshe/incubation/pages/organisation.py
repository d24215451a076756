"""What an organisation did in all batches: one line a batch, from its applications and its entries."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.models import Application, Entry
from sanshe.incubation.phrases.agreement import register as registered
from sanshe.incubation.phrases.call import batch as words
from sanshe.incubation.phrases.decision import decision as decided
from sanshe.incubation.queries.decision.decision import unseen
from sanshe.incubation.queries.panel.panel import shut_to


@dataclass(frozen=True, slots=True)
class Row:
    """One batch of an organisation."""

    batch: str
    number: str
    applied_on: date | None
    state: tuple[str, Any]
    url: str
    entered_on: date | None = None
    term_to: date | None = None


def of_organisation(actor: Actor, organisation: UUID) -> list[Row]:
    """Newest batch first; the way to the application only for who may read it."""
    entries = {one.batch_id: one for one in Entry.objects.filter(organisation=organisation).select_related("batch")}
    found = Application.objects.filter(organisation=organisation, serial__isnull=False)
    found = found.exclude(pk__in=shut_to(actor)).select_related("batch", "place").order_by("-batch__no")
    hidden = unseen(actor)
    rows = [
        (one.batch, _applied(one, entries.pop(one.batch_id, None), actor, sees=one.batch_id not in hidden))
        for one in found
    ]
    rows += [(one.batch, _entered(one)) for one in entries.values()]
    return [row for batch, row in sorted(rows, key=lambda pair: -pair[0].no)]


def _applied(one: Application, entry: Entry | None, actor: Actor, *, sees: bool) -> Row:
    url = f"/incubation/applications/{one.pk}/" if actor.may_at(P.APPLICATION_READ, one.area_path) else ""
    applied = shanghai.day(one.submitted_at) if one.submitted_at else None
    said = (one.batch.name, one.number, applied, _state(one, entry, sees=sees), url)
    return Row(*said, entry.entered_on, entry.term_to) if entry else Row(*said)


def _state(one: Application, entry: Entry | None, *, sees: bool) -> tuple[str, Any]:
    if entry is not None:
        return _of_entry(entry)
    place = getattr(one, "place", None) if sees else None
    if place is None:
        return words.STANDING[S(one.state)]
    return words.PLACE_PILLS[PlaceState(place.state)], decided.PLACE_STATES[PlaceState(place.state)]


def _of_entry(entry: Entry) -> tuple[str, Any]:
    return "done" if entry.state == EntryState.GRADUATED else "run", registered.STATES[EntryState(entry.state)]


def _entered(one: Entry) -> Row:
    return Row(one.batch.name, "", None, _of_entry(one), "", one.entered_on, one.term_to)
