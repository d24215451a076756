"""Where a batch stands, as its page shows it: steps, clocks, and a line for each application."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.objections.queries import waiting
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.batch import BatchState as B
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.models import Application, Batch
from sanshe.incubation.pages.applications import Line, lines
from sanshe.incubation.phrases.call import batch as words
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.call.application import of_batch
from sanshe.incubation.queries.decision.decision import refusal_to_see
from sanshe.incubation.queries.notice.publication import notice_of


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the rail: done, now, or nothing yet."""

    label: str
    when: str
    state: str
    url: str = ""


def steps(batch: Batch) -> list[Step]:
    """The rail of the batch page; every step that has a page leads to it."""
    call, notice = batches.newest_call(batch), notice_of(batch)
    signing = _span(batch.signing_from, batch.signing_to)
    planned = _("计划 {day}").format(day=step_day(batch.signing_from))
    told = (
        (_("招募公告"), step_day(call.opens_on) if call else "", "call_edit"),
        (_("截止"), step_day(call.closes_on) if call else "", "batch"),
        (_("初审"), step_day(batch.screening_until), "screening"),
        (_("现场评审"), step_day(batch.panel_on), "panel"),
        (_("公示"), _span(notice.window_from, notice.window_to) if notice else "", "publication"),
        (_("签约"), signing if _is_past(batch, B.NOTICED) else planned, "agreements"),
        (_("孵化"), _("培训、督导"), "entries"),
        (_("中期评估"), _("签约后定"), "assessments"),
        (_("出壳评估"), _("签约后定"), "assessments"),
        (_("结项"), "", ""),
    )  # fmt: skip
    here = _here(batch)
    return [_step(one, place, here, batch) for place, one in enumerate(told)]


PLACES = {B.PLANNED: 0, B.OPEN: 1, B.SCREENING: 2, B.REVIEWING: 3, B.DECIDED: 4, B.NOTICED: 4, B.SIGNING: 5}
LATER = {B.INCUBATING: 6, B.ASSESSING: 8, B.CLOSED_OUT: 9}


def _here(batch: Batch) -> int:
    return {**PLACES, **LATER}[B(batch.state)]


def _is_past(batch: Batch, state: B) -> bool:
    return _here(batch) > PLACES[state]


def _step(told: tuple[str, str, str], place: int, here: int, batch: Batch) -> Step:
    label, when, name = told
    state = "done" if place < here else "now" if place == here else ""
    return Step(label, when, state, reverse(f"incubation:{name}", kwargs={"b": batch.pk}) if name else "")


def _span(first: date | None, last: date | None) -> str:
    """1月17日至21日; both months where they differ."""
    if first is None or last is None:
        return ""
    end = _("{d}日").format(d=last.day) if (first.year, first.month) == (last.year, last.month) else step_day(last)
    return _("{first}至{last}").format(first=step_day(first), last=end) if first != last else step_day(first)


def step_day(day: date | None) -> str:
    return _("{m}月{d}日").format(m=day.month, d=day.day) if day else ""


def clocks(batch: Batch, at: datetime) -> list[Clock]:
    """The deadlines that run now."""
    found, call, notice = [], batches.standing_call(batch), notice_of(batch)
    today = shanghai.day(at)
    if call and call.closes_on >= today:
        due = Due(call.closes_on, kind=DayKind.DAY)
        found.append(clock(_("报名"), opens=batches.window(call)[0], due=due, now=at))
    unscreened = Application.objects.filter(batch=batch, state__in=[S.SUBMITTED, S.RETURNED])
    if batch.state in (B.OPEN, B.SCREENING) and call and today > call.closes_on and unscreened.exists():
        found.append(clock(_("初审"), opens=batches.window(call)[1], due=Due(batch.screening_until), now=at))
    if notice and notice.published_at and notice.window_to and notice.window_to >= today:
        due = Due(notice.window_to)
        found.append(clock(_("公示期"), opens=notice.published_at, due=due, now=at, whole=batch.notice_days))
    for one in waiting(KIND, [batch.pk]):
        due = Due(one.answer_due_on)
        found.append(clock(_("异议答复"), opens=one.raised_at, due=due, now=at, whole=10, note=one.number))
    if batch.state == B.SIGNING:
        due = Due(batch.signing_to, batch.signing_hour)
        found.append(clock(_("签约"), opens=shanghai.moment(batch.signing_from), due=due, now=at))
    return found


def phase(batch: Batch, at: datetime) -> str:
    """Where the batch is, in words: the day of the notice while it runs."""
    notice = notice_of(batch)
    if batch.state == B.NOTICED and notice and notice.window_from and notice.published_at:
        return _("公示第 {n} 天").format(n=(shanghai.day(at) - notice.window_from).days + 1)
    return str(words.STATES[B(batch.state)])


SORTS = {"rank": ("place_rank", "serial"), "number": ("serial",)}
LAST = 32767  # who has no rank comes after everybody who has one
WHOLE = 250  # a batch up to this many is one page: nobody looks for a line across pages


def listing(actor: Actor, batch: Batch, asked: dict[str, str], at: datetime) -> tuple[Page, list[Line]]:
    """One page of the batch's applications; scores only after the last seal. Queries do not grow with the rows."""
    rows = of_batch(actor, batch).select_related(None).defer("fields", "private")
    rows = rows.annotate(place_rank=Coalesce("place__rank", Value(LAST)))
    if wanted := [state for state in asked.get("state", "").split(",") if state]:
        rows = rows.filter(state__in=wanted)
    sees = refusal_to_see(actor, batch) is None
    if (kind := asked.get("kind")) and sees:
        rows = rows.filter(place__kind=kind)
    key, where = SORTS[sort_of(batch, asked, sees)], {"after": asked.get("after"), "before": asked.get("before")}
    page = keyset(rows.order_by(), key, f"batch-{batch.pk}", size=WHOLE, **where)
    return page, lines(batch, page.rows, at, sees)


def sort_of(batch: Batch, asked: dict[str, str], sees: bool) -> str:
    """By rank once there is one and this person may see it, else by number."""
    if not sees:
        return "number"
    wanted = asked.get("sort", "")
    return wanted if wanted in SORTS else "rank" if _here(batch) >= PLACES[B.DECIDED] else "number"
