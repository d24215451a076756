"""One's own application: which page it is on, and what happens next. Nothing that is not public yet is said."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.notices.models import PublicNotice
from sanshe.core.ui.queries import day_words
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.decision.decision import PlaceKind, PlaceState
from sanshe.incubation.models import Application, Entry, Place, Screening
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.phrases.call import own_application as texts
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.notice.publication import notice_of
from sanshe.incubation.queries.panel.panel import drawn_at
from sanshe.incubation.queries.screening import screening as screened
from sanshe.incubation.rules.call.application import refusal_to_withdraw

WRITABLE = (S.DRAFT, S.RETURNED)


OUTCOMES: dict[str, tuple[str, Any]] = {
    PlaceState.CONFIRMED: ("run", texts.CHOSEN),
    PlaceState.SIGNED: ("done", texts.SIGNED),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop on the way of an application: done, now, wait, or off where it ended."""

    label: Any
    when: str
    state: str
    text: Any = ""

    @property
    def pill(self) -> str:
        return {"now": "run", "wait": "wait"}.get(self.state, self.state)


def page_of(row: Application, at: datetime) -> str:
    """writing, late (a draft whose call is over), or own."""
    if row.state == S.RETURNED:
        return "writing"
    call = batches.standing_call(row.batch)
    is_over = call is None or at >= batches.window(call)[1]
    return ("late" if is_over else "writing") if row.state == S.DRAFT else "own"


def standing_word(row: Application) -> tuple[str, Any]:
    """A pill for a list of one's own applications; nothing of the panel's day before it is public."""
    place = getattr(row, "place", None)
    if place and place.state in OUTCOMES:
        return OUTCOMES[place.state]
    if row.state == S.SCORED:
        return "run", texts.HEARD_SHORT
    return words.PILLS[S(row.state)], words.STATES[S(row.state)]


def standing(row: Application, at: datetime) -> dict[str, Any]:
    """What every page of one's own application says around it."""
    call, newest = batches.standing_call(row.batch), screened.newest(row)
    returned = newest if row.state == S.RETURNED else None
    opens, closes = batches.window(call) if call else (at, at)
    due = (
        Due(returned.due_on)
        if returned and returned.due_on
        else Due(call.closes_on, kind=DayKind.DAY)
        if call
        else None
    )
    facts: dict[str, Any] = {"call": call, "returned": returned, "decided": newest, "state": words.STATES[S(row.state)]}
    facts |= {"kinds": words.KINDS_ASKED, "late_at": row.late_at, "late_by": _late_by(row.late_at, closes)}
    facts["is_writable"] = row.state in WRITABLE
    facts["may_take_back"] = row.state == S.SUBMITTED and at < closes
    facts["may_withdraw"] = not refusal_to_withdraw(state=S(row.state), is_drawn=drawn_at(row.batch) is not None)
    facts["may_ask_review"] = _may_ask(row, newest, at)
    if due and row.state in WRITABLE:
        facts["clock"] = clock("", opens=returned.decided_at if returned else opens, due=due, now=at)
    found = stops(row, newest, at) if row.state not in WRITABLE else []
    return facts | {"stops": found, "here": next((one for one in reversed(found) if one.state != "wait"), None)}


def _late_by(late: datetime | None, closes: datetime) -> str:
    """How much too late it came: 21 秒, 3 分钟, 2 天."""
    if late is None:
        return ""
    gap = max(late - closes, timedelta(0))
    seconds = int(gap.total_seconds())
    for unit, size in texts.UNITS:
        if seconds >= size:
            return str(unit).format(n=seconds // size)
    return str(texts.UNITS[-1][0]).format(n=seconds)


def _may_ask(row: Application, newest: Screening | None, at: datetime) -> bool:
    """Whether a second look may still be asked for; nobody asked yet."""
    if row.state != S.INELIGIBLE or newest is None or hasattr(newest, "review"):
        return False
    return at < Due(screened.review_due(newest)).moment


def stops(row: Application, newest: Screening | None, at: datetime) -> list[Stop]:
    """From handing in to incubation: oldest first, as residents read."""
    if row.state == S.WITHDRAWN:
        return [Stop(texts.HANDED_IN, _time(row.submitted_at), "done"), _withdrawn(row)]
    notice = notice_of(row.batch)
    is_public = bool(notice and notice.published_at and notice.published_at <= at)
    place = Place.objects.filter(application=row).first() if is_public else None
    return [
        Stop(texts.HANDED_IN, _time(row.submitted_at), "done"),
        _screening(row, newest),
        _panel(row),
        _notice(row, notice if is_public else None, place),
        *_closing(row, place),
    ]


def _withdrawn(row: Application) -> Stop:
    return Stop(words.STATES[S.WITHDRAWN], _time(row.withdrawn_at), "off", texts.WITHDRAWN)


def _time(moment: datetime | None) -> str:
    return f"{day_words(shanghai.day(moment))} {shanghai.local(moment):%H:%M}" if moment else ""


def _day(day: date | None) -> str:
    return day_words(day) if day else ""


def _screening(row: Application, newest: Screening | None) -> Stop:
    until = str(texts.UNTIL).format(day=_day(row.batch.screening_until))
    if row.state == S.SUBMITTED:
        return Stop(texts.SCREENING, until, "now", texts.WILL_SCREEN)
    when = _time(newest.decided_at) if newest else ""
    if row.state in (S.INELIGIBLE, S.OVERDUE):
        reason = newest.reason if newest and newest.reason else texts.OVERDUE
        return Stop(words.STATES[S(row.state)], when, "off", reason)
    return Stop(texts.SCREENING, when, "done", texts.SCREENED)


def _panel(row: Application) -> Stop:
    state = {S.SCREENED: "now", S.SCORED: "done", S.ABSENT: "off"}.get(S(row.state), "wait")
    said = {"now": texts.WILL_HEAR, "done": texts.HEARD, "off": texts.ABSENT}.get(state, "")
    return Stop(texts.PANEL, _day(row.batch.panel_on), state, said)


def _notice(row: Application, notice: PublicNotice | None, place: Place | None) -> Stop:
    if notice is None:
        return Stop(texts.NOTICE, "", "wait")
    days = f"{_day(notice.window_from)}–{_day(notice.window_to)}"
    if place is None or place.kind == PlaceKind.NOT_SELECTED:
        return Stop(texts.NOTICE, days, "off" if row.state == S.SCORED else "wait", texts.NOT_SELECTED if place else "")
    if place.kind == PlaceKind.RESERVE:
        said = str(texts.RESERVE).format(n=place.reserve_no, until=_day(row.batch.reserve_until))
        return Stop(texts.NOTICE, days, "now", said)
    state = "now" if place.state == PlaceState.NOTICED else "done"
    return Stop(texts.NOTICE, days, state, texts.LISTED if state == "now" else texts.CHOSEN)


def _closing(row: Application, place: Place | None) -> list[Stop]:
    if place is None or place.kind != PlaceKind.SELECTED:
        return []
    days = f"{_day(row.batch.signing_from)}–{_day(row.batch.signing_to)}"
    entry = Entry.objects.filter(batch=row.batch, organisation=row.organisation).first()
    state = {PlaceState.CONFIRMED: "now", PlaceState.SIGNED: "done", PlaceState.LAPSED: "off"}
    signing = Stop(texts.SIGNING, days, state.get(PlaceState(place.state), "wait"))
    if entry is None:
        return [signing]
    term = str(texts.TERM).format(day=day_words(entry.term_to, is_long=True))
    return [signing, Stop(texts.INCUBATION, _day(entry.entered_on), "now", term)]
