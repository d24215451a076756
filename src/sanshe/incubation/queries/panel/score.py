"""Reading the session: what is due, what is sealed. Never what was given, before the last seal."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sanshe.incubation.enums.panel.panel import SlotState
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.models import Batch, Panelist, Sheet, SheetChange, Slot
from sanshe.incubation.queries.panel.panel import members, recused_pairs, slots
from sanshe.incubation.rules.panel import score as rules

ON_STAGE = (SlotState.CALLED, SlotState.PRESENTING)


@dataclass(frozen=True, slots=True)
class Day:
    """One member's day: (slot, own sheet, is shut) of what was called, the newest first, and of what is to come."""

    stage: tuple[Any, Any, bool] | None
    called: list[tuple[Any, Any, bool]]
    coming: list[tuple[Any, Any, bool]]


def day_of(seat: Panelist, batch: Batch) -> Day:
    """Three queries, however many applicants there are."""
    mine, shut = own_sheets(seat), {key for who, key in recused_pairs(batch) if who == seat.pk}
    rows = [(one, mine.get(one.application_id), one.application_id in shut) for one in slots(batch)]
    stage = next((row for row in rows if row[0].state in ON_STAGE), None)
    called = [row for row in rows if row[0].state not in (SlotState.WAITING, SlotState.ABSENT)]
    return Day(stage, called[::-1], [row for row in rows if row[0].state == SlotState.WAITING])


def newest_change(sheet: Sheet | None) -> SheetChange | None:
    """The last correction asked for of a sheet."""
    return SheetChange.objects.filter(sheet=sheet).order_by("-asked_at").first() if sheet else None


def due(batch: Batch) -> set[tuple[UUID, UUID]]:
    """(panelist, application) keys of every sheet of the session: all who were there and did not recuse, for all who
    came before they left. Who has a sheet was there, noted or not."""
    present = Slot.objects.filter(panel__batch=batch).exclude(state=SlotState.ABSENT)
    turns = list(present.values_list("application_id", "turn"))
    sheets = Sheet.objects.filter(batch=batch).exclude(state=SheetState.RECUSED)
    scored = set(sheets.order_by().values_list("panelist_id", flat=True).distinct())
    here = [member for member in members(batch) if member.arrived_at or member.pk in scored]
    pairs = {(member.pk, key) for member in here for key, turn in turns if not member.is_gone(turn)}
    return pairs - recused_pairs(batch)


def sealed(batch: Batch) -> set[tuple[UUID, UUID]]:
    found = Sheet.objects.filter(batch=batch, state=SheetState.SEALED)
    return set(found.values_list("panelist_id", "application_id"))


def is_all_sealed(batch: Batch) -> bool:
    """Whether the whole session is in: from here on sheets and sums may be seen. The database counts the sheets: every
    page of a batch asks this, and a crowd's sheets are thousands."""
    wanted, shut = due(batch), recused_pairs(batch)
    present = Slot.objects.filter(panel__batch=batch).exclude(state=SlotState.ABSENT).values("application_id")
    found = Sheet.objects.filter(batch=batch, state=SheetState.SEALED, application__in=present)
    found = found.filter(panelist__in={seat for seat, _application in wanted})
    beside = found.filter(application__in={application for _seat, application in shut})
    barred = sum(pair in shut for pair in beside.values_list("panelist_id", "application_id")) if shut else 0
    return rules.is_session_sealed(sealed=found.count() - barred, due=len(wanted))


def sheet(panelist: Panelist, application_id: UUID) -> Sheet | None:
    """The one sheet of this member for this applicant, the place of a recused one too."""
    return Sheet.objects.filter(panelist=panelist, application_id=application_id).first()


def own_sheets(panelist: Panelist) -> dict[UUID, Sheet]:
    """A member's own sheets by application."""
    found = Sheet.objects.filter(panelist=panelist).exclude(state=SheetState.RECUSED)
    return {one.application_id: one for one in found}


def who_has_sealed(slot: Slot) -> set[UUID]:
    """The members whose sheet for this applicant is sealed: that they did, not what they gave."""
    found = Sheet.objects.filter(application_id=slot.application_id, state=SheetState.SEALED)
    return set(found.values_list("panelist_id", flat=True))


def who_is_barred(slot: Slot) -> set[UUID]:
    found = Sheet.objects.filter(application_id=slot.application_id, state=SheetState.RECUSED)
    return set(found.values_list("panelist_id", flat=True))


def shut_for(panelist: Panelist | None) -> set[UUID]:
    """The applications of which this member is told nothing."""
    found = Sheet.objects.filter(panelist=panelist, state=SheetState.RECUSED) if panelist else Sheet.objects.none()
    return set(found.values_list("application_id", flat=True))
