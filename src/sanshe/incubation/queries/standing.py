"""Where a batch stands, as its page shows it: steps, clocks, and a line for each application."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.incubation.enums.batch import BatchState as B
from sanshe.incubation.enums.objection import ObjectionState
from sanshe.incubation.models import Batch, Objection, Place, Slot
from sanshe.incubation.queries import batch as batches
from sanshe.incubation.queries.application import of_batch
from sanshe.incubation.queries.closing import blocked, notice_of
from sanshe.incubation.queries.decision import refusal_to_see, result_of, tabulation_of
from sanshe.incubation.queries.score import is_all_sealed
from sanshe.incubation.rules.tabulation import two_places


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the rail: done, now, or nothing yet."""

    label: str
    when: str
    state: str
    url: str = ""


STEPS = (B.OPEN, B.SCREENING, B.REVIEWING, B.DECIDED, B.NOTICED, B.SIGNING, B.INCUBATING, B.ASSESSING)


def steps(batch: Batch) -> list[Step]:
    """The rail of the batch page; every step leads to its own page."""
    call, notice = batches.newest_call(batch), notice_of(batch)
    days = f"{_day(notice.window_from)}–{_day(notice.window_to)}" if notice and notice.window_to else ""
    told = (
        (_("招募公告"), _day(call.closes_on) if call else "", "call_edit"),
        (_("初审"), _day(batch.screening_until), "screening"),
        (_("现场评审"), _day(batch.panel_on), "panel"),
        (_("合议决定"), "", "decision"),
        (_("公示"), days, "publication"),
        (_("签约"), f"{_day(batch.signing_from)}–{_day(batch.signing_to)}", "agreements"),
        (_("孵化"), "", "entries"),
        (_("出壳评估"), "", "assessments"),
    )
    line = list(B)
    here = line.index(B(batch.state))
    return [_step(told[i], line.index(state), here, batch) for i, state in enumerate(STEPS)]


def _step(told: tuple[str, str, str], place: int, here: int, batch: Batch) -> Step:
    label, when, name = told
    state = "done" if place < here else "now" if place == here else ""
    return Step(label, when, state, reverse(f"incubation:{name}", kwargs={"b": batch.pk}) if name else "")


def _day(day: date | None) -> str:
    return _("{m}月{d}日").format(m=day.month, d=day.day) if day else ""


def clocks(batch: Batch, at: datetime) -> list[Clock]:
    """The deadlines that run now."""
    found, call, notice = [], batches.standing_call(batch), notice_of(batch)
    today = shanghai.day(at)
    if call and call.closes_on >= today:
        due = Due(call.closes_on, kind=DayKind.DAY)
        found.append(clock(_("报名"), opens=batches.window(call)[0], due=due, now=at))
    if batch.state in (B.OPEN, B.SCREENING) and call and today > call.closes_on:
        found.append(clock(_("初审"), opens=batches.window(call)[1], due=Due(batch.screening_until), now=at))
    if notice and notice.published_at and notice.window_to and notice.window_to >= today:
        due = Due(notice.window_to)
        found.append(clock(_("公示期"), opens=notice.published_at, due=due, now=at, whole=batch.notice_days))
    waiting = Objection.objects.filter(place__batch=batch, state__in=[ObjectionState.RECEIVED, ObjectionState.ACCEPTED])
    for one in waiting:
        if one.answer_due_on:
            due = Due(one.answer_due_on)
            found.append(clock(_("异议答复"), opens=one.raised_at, due=due, now=at, whole=10, note=one.number))
    if batch.state == B.SIGNING:
        due = Due(batch.signing_to, batch.signing_hour)
        found.append(clock(_("签约"), opens=shanghai.moment(batch.signing_from), due=due, now=at))
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One application in the list of a batch."""

    application: Any
    drawn: int | None
    mean: str
    rank: int | None
    place: Any
    is_blocked: bool


def listing(actor: Actor, batch: Batch, asked: dict[str, str]) -> tuple[Page, list[Row]]:
    """One page of the batch's applications by number; scores only after the last seal. Queries do not grow."""
    rows = of_batch(actor, batch)
    if state := asked.get("state"):
        rows = rows.filter(state=state)
    if kind := asked.get("kind"):
        rows = rows.filter(place__kind=kind)
    page = keyset(
        rows.order_by(), ("serial",), f"batch-{batch.pk}", after=asked.get("after"), before=asked.get("before")
    )
    sees = refusal_to_see(actor, batch) is None
    return page, _rows(batch, page.rows, sees)


def _rows(batch: Batch, applications: list[Any], sees: bool) -> list[Row]:
    keys = [one.pk for one in applications]
    drawn = dict(Slot.objects.filter(application__in=keys).values_list("application_id", "place"))
    places = {one.application_id: one for one in Place.objects.filter(application__in=keys)}
    standing, shut = _standings(batch) if sees else {}, blocked(batch)
    return [_row(one, drawn, standing, places.get(one.pk), shut) for one in applications]


def _row(one: Any, drawn: dict[UUID, int], standing: dict[str, Any], place: Any, shut: set[UUID]) -> Row:
    found = standing.get(str(one.pk))
    mean, rank = (two_places(found.mean), found.rank) if found else ("", None)
    return Row(one, drawn.get(one.pk), mean, rank, place, bool(place and place.pk in shut))


def _standings(batch: Batch) -> dict[str, Any]:
    run = tabulation_of(batch) if is_all_sealed(batch) else None
    return {s.applicant: s for s in result_of(run).standings} if run else {}
