"""An appeal as its page shows it: who asks, in what words, its clocks, who is at it, what was found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Sum

from sanshe.appeals import phrases
from sanshe.appeals.enums import ClockKind, P, Step
from sanshe.appeals.models import Appeal, Clock, Leg, Night
from sanshe.appeals.queries.appeals import may_read_words
from sanshe.appeals.queries.settings import term_of
from sanshe.core.accounts.queries.people import names_of
from sanshe.core.areas.queries import name_of
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock, worktime
from sanshe.core.calendar.rules import due_of
from sanshe.core.calendar.types import Clock as Shown
from sanshe.core.calendar.types import Left
from sanshe.core.kit.access import Actor
from sanshe.core.parties.queries import standing_for
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.rows.queries import within


@dataclass(frozen=True, slots=True)
class Line:
    """An open appeal in the list: the clock that ends first, the resident's own day, who has it."""

    row: Appeal
    title: Any
    under: str
    is_sealed: bool
    nights: int
    state: Any
    pill: str
    handler: str
    label: Any
    clock: Shown | None
    due: Any


@dataclass(frozen=True, slots=True)
class Part:
    """A unit at work, who signed for it, and what it said."""

    leg: Leg
    state: Any
    handler: str
    done: str


def lines(rows: Iterable[Appeal], actor: Actor, at: datetime) -> list[Line]:
    """The open ones with their nearest clock, the nearest first; those without one behind."""
    found = list(rows)
    running = list(Clock.objects.filter(appeal__in=found, stopped_at=None).order_by("-due_at", "pk"))
    nearest = {one.appeal_id: one for one in running}
    terms = Clock.objects.filter(appeal__in=found, kind=ClockKind.HANDLE).order_by("started_at", "pk")
    days = {one.appeal_id: due_of(one.due_at) for one in terms}
    legs = {one.appeal_id: one for one in Leg.objects.filter(appeal__in=found, is_lead=True).order_by("sent_at")}
    names = names_of({one.handler for one in legs.values() if one.handler})
    nights = dict(Night.objects.filter(appeal__in=found).order_by().values_list("appeal").annotate(n=Sum("times")))
    made = [
        _line(row, actor, at, nearest.get(row.pk), legs.get(row.pk), names, nights.get(row.pk, 0), days.get(row.pk))
        for row in found
    ]
    far = datetime.max.replace(tzinfo=at.tzinfo)
    return sorted(made, key=lambda one: (one.clock.due.moment if one.clock else far, one.row.number))


def _line(
    row: Appeal,
    actor: Actor,
    at: datetime,
    held: Clock | None,
    leg: Leg | None,
    names: dict[Any, str],
    nights: int,
    due: Any,
) -> Line:
    by = names.get(leg.handler, "") if leg and leg.handler else ""
    is_sealed, place = not may_read_words(actor, row), name_of(row.area_path)
    return Line(
        row,
        phrases.SEALED if is_sealed else row.title,
        f"{row.number} · {place}" if is_sealed else f"{row.number} · {place} · {row.category}",
        is_sealed,
        nights,
        phrases.STATES[row.state],
        phrases.PILLS[row.state],
        f"{leg.unit_name} {by}".strip() if leg else "",
        phrases.CLOCKS[held.kind] if held else "",
        shown_clock(held, at) if held else None,
        due,
    )


def shown_clock(held: Clock, at: datetime) -> Shown:
    """A clock of the matter; terms in hours are told in hours."""
    now = held.stopped_at or held.paused_at or at
    kind = DayKind(held.day_kind)
    due = due_of(held.due_at, DayKind.WORKDAY if kind == DayKind.WORK_HOUR else kind)
    made = clock(str(phrases.CLOCKS[held.kind]), opens=held.started_at, due=due, now=now)
    note = phrases.MET.get(held.is_met, "") if held.stopped_at else phrases.PAUSED if held.paused_at else ""
    left = made.left
    if left.is_over and kind == DayKind.WORK_HOUR:
        left = Left(int(worktime().worked(held.due_at, now).total_seconds() // 3600), kind, is_over=True)
    return replace(made, left=left, is_paused=bool(held.paused_at), done_at=held.stopped_at, note=str(note))


def clocks(row: Appeal, at: datetime) -> list[tuple[Shown, str]]:
    """All clocks of a matter in their order, with the unit whose part they measure."""
    rows = Clock.objects.filter(appeal=row).select_related("leg").order_by("started_at", "pk")
    return [(shown_clock(one, at), one.leg.unit_name if one.leg else "") for one in rows]


def calling(row: Appeal, actor: Actor, at: datetime) -> dict[str, Any]:
    """What a caller has before them: which try it is, who handled and who checked, the nights, what waits besides."""
    checked = row.verifications.order_by("noted_at").last()
    tries = row.callbacks.filter(noted_at__gte=checked.noted_at).count() if checked else 0
    legs = Leg.objects.filter(appeal=row, is_lead=True, handler__isnull=False).order_by("-sent_at")
    hands = {leg.handler for leg in legs} | {checked.noted_by if checked else None}
    names = names_of({one for one in hands if one})
    queue = Clock.objects.filter(kind=ClockKind.CALL, stopped_at=None).filter(within(actor.paths(P.CALL)))
    waiting = queue.select_related("appeal__category").order_by("due_at", "pk")[:12]
    last = legs.first()
    return {
        "try_no": tries + 1,
        "handler": (names.get(last.handler, ""), last.unit_name) if last and last.handler else None,
        "checker": names.get(checked.noted_by, "") if checked and checked.noted_by else "",
        "checked_at": checked.noted_at if checked else None,
        "done": last.done if last and may_read_words(actor, row) else "",
        "clocks": [(one, unit) for one, unit in clocks(row, at) if not unit],
        "bars": bars(row),
        "waiting": [(one.appeal, phrases.SEALED if one.appeal.category.is_sensitive else one.appeal.title,
                     due_of(one.due_at)) for one in waiting],
        "again": due_of(worktime().due(at, row.category.handle)),
        "reopen": due_of(worktime().due(at, term_of(row.area_path, Step.REOPEN))),
    }  # fmt: skip


def additions(row: Appeal, actor: Actor) -> list[tuple[datetime, Any, str]]:
    """What the resident added meanwhile; the words only to whom they are open."""
    opened = may_read_words(actor, row)
    rows = row.additions.order_by("noted_at")
    return [(one.noted_at, phrases.ABOUT[one.about], one.words if opened else "") for one in rows]


@dataclass(frozen=True, slots=True)
class Bar:
    """A night of the chart: its day, how often, where it stands."""

    day: Any
    times: int
    x: str
    middle: str
    width: str
    y: int
    height: int


def bars(row: Appeal) -> list[Bar]:
    """The resident's nights as bars, ten pixels for each time and sixty at most."""
    nights = list(Night.objects.filter(appeal=row).order_by("night"))
    most, step = max((one.times for one in nights), default=0) or 1, 100 / (len(nights) or 1)
    found = []
    for no, one in enumerate(nights):
        height = round(60 * one.times / most)
        place = (f"{no * step + step * 0.18:.1f}%", f"{no * step + step / 2:.1f}%", f"{step * 0.64:.1f}%")
        found.append(Bar(one.night, one.times, *place, 86 - height, height))
    return found


def parts(row: Appeal, actor: Actor) -> list[Part]:
    rows = list(Leg.objects.filter(appeal=row).order_by("-is_lead", "sent_at"))
    names = names_of({one.handler for one in rows if one.handler})
    opened = may_read_words(actor, row)
    return [
        Part(
            one,
            phrases.LEG_STATES[one.state],
            names.get(one.handler, "") if one.handler else "",
            one.done if opened else "",
        )
        for one in rows
    ]


def facts(row: Appeal, actor: Actor) -> dict[str, Any]:
    """Who asks, masked, where and in what words; sealed words stay sealed."""
    person = standing_for(row.person) if row.person else None
    sees = actor.may_at(P.NAMES, row.area_path) and person is not None
    opened = may_read_words(actor, row)
    return {
        "title": row.title if opened else phrases.SEALED,
        "category": row.category.name if opened else phrases.SEALED,
        "place": name_of(row.area_path),
        "state": phrases.STATES[row.state],
        "channel": phrases.CHANNELS[row.channel],
        "name": mask_name(person.name) if sees and person else "",
        "phone": mask_phone(person.phone) if sees and person else "",
        "is_sealed": not opened,
        "text": row.text if opened else "",
        "where": row.place if opened else "",
        "answer": row.answer,
        "outcome": phrases.OUTCOMES.get(row.outcome, ""),
        "reach": phrases.REACHES.get(row.reach, ""),
        "solved": phrases.SOLVED.get(row.solved, ""),
        "satisfied": phrases.SATISFIED.get(row.satisfied, ""),
        "contacts": [
            (one, phrases.WAYS[one.way], one.said if opened else "") for one in row.contacts.order_by("noted_at")
        ],
    }
