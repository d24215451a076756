"""The desk: gathered from what the apps declared, none of which it knows by name."""

import datetime
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import models
from django.urls import reverse

from sanshe.core.audit import queries as record
from sanshe.core.calendar.queries import workdays
from sanshe.core.duties import queries as duties
from sanshe.core.duties.types import Owed
from sanshe.core.figures.queries import INDICATORS, counters
from sanshe.core.figures.queries import figures as kept_figures
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import LABELS
from sanshe.core.ledgers.queries import STEPS, WORKS, holds, ledgers_of
from sanshe.core.ledgers.types import Work
from sanshe.core.notices import queries as notices
from sanshe.core.notices.enums import P as Notices
from sanshe.core.ui.queries import DOORS, INBOX
from sanshe.desk import adapters
from sanshe.desk.types import Count, Entrance, Figure, Finished, First, Row, Today

PAGE = 50


def is_workday(day: datetime.date) -> bool | None:
    """Whether offices work; None where the year was not loaded."""
    try:
        return workdays().is_workday(day)
    except Refused:
        return None


def today(actor: Actor, at: datetime.datetime) -> Today:
    """What waits for somebody, the nearest deadline first; where each work stands, or the figures of who has none."""
    owed = duties.owed(actor, at)
    items = duties.items(owed.duties, at)
    found = works(actor, at, owed)
    return Today(items, owed.rests, owed.n, owed.over(at), [] if found else figures(actor), found)


def works(actor: Actor, at: datetime.datetime, owed: Owed) -> list[Row]:
    """Where each work stands, of those this person may see; what is due or late in it, by the seal of its matters."""
    rows = []
    for work in sorted(WORKS, key=lambda one: one.order):
        line = work.line(actor, at) if holds(actor, _codes(work.needs)) else None
        if line is not None:
            rows.append(Row(work, line, owed.today(at, work.seal), owed.over(at, work.seal)))
    return rows


def first_steps(actor: Actor, at: datetime.datetime) -> list[First]:
    """What a new district still needs, for who may do all of it; nothing once the last step is done."""
    steps = sorted(STEPS, key=lambda one: one.order)
    if not steps or not all(actor.may(step.needs) for step in steps) or steps[-1].is_done(actor, at):
        return []
    done = [step.is_done(actor, at) for step in steps[:-1]] + [False]
    now = done.index(False)
    return [
        First(step, "done" if is_done else "now" if place == now else "wait")
        for place, (step, is_done) in enumerate(zip(steps, done, strict=True))
    ]


def span_of(code: str, at: datetime.datetime) -> tuple[datetime.datetime, datetime.datetime]:
    """From when until when: the whole of yesterday, or this week from Monday until now."""
    today = shanghai.day(at)
    if code == "week":
        return shanghai.moment(today - datetime.timedelta(days=today.weekday())), at
    return shanghai.moment(today - datetime.timedelta(days=1)), shanghai.moment(today)


def done_in(actor: Actor, code: str, at: datetime.datetime, *, keys: bool) -> Any:
    """The acts of a time that ended a matter, of the works and areas this person sees."""
    wanted = [(work.finished, actor.paths(need)) for work in WORKS for need in _codes(work.needs) if work.finished]
    return record.acts(wanted, *span_of(code, at), keys=keys)


def finished(actor: Actor, code: str, at: datetime.datetime, *, keys: bool) -> Finished:
    """How many matters were done with, by what was done; in one query."""
    rows = done_in(actor, code, at, keys=keys).order_by().values_list("event").annotate(n=models.Count("pk"))
    said = [(record.EVENT_LABELS.get(event, event), event, n) for event, n in rows]
    return Finished(code, sorted(said, key=lambda one: (-one[2], one[1])))


def finished_rows(
    actor: Actor, code: str, at: datetime.datetime, *, keys: bool, event: str = "", before: UUID | None = None
) -> tuple[list[Any], UUID | None]:
    """The rows behind the number, newest first, and the key after which the next page begins."""
    rows = done_in(actor, code, at, keys=keys)
    rows = rows.filter(event=event) if event else rows
    rows = rows.filter(pk__lt=before) if before else rows
    found = list(rows.order_by("-pk")[: PAGE + 1])
    return record.entries(found[:PAGE], actor), found[PAGE - 1].pk if len(found) > PAGE else None


def badges(actor: Actor, at: datetime.datetime) -> dict[str, int]:
    """The small numbers of every page by URL name, one's unread messages among them, in one query."""
    sql, values = _statement(actor, shanghai.day(at), tuple(WORKS))
    return adapters.numbers(sql, values)


@lru_cache(maxsize=1024)
def _statement(actor: Actor, day: datetime.date, works: tuple[Work, ...]) -> adapters.Statement:
    """The text of that query, made once a day for each who asks: no figure is kept, only how it is asked for."""
    asked: list[tuple[str, Any]] = [(INBOX, notices.unread_of(actor))]
    asked += [(one.url_name, one.waiting(actor)) for one in works if one.waiting and holds(actor, _codes(one.needs))]
    if actor.may(Notices.READ):
        asked.append(("notices:desk", notices.open_on(day, actor.paths(Notices.READ))))
    return adapters.statement(asked)


def role(actor: Actor) -> str:
    """In which role somebody is here: that of the first appointment in force."""
    return str(LABELS.get(actor.grants[0].role, "")) if actor.grants else ""


def _codes(needs: Any) -> tuple[str, ...]:
    return (needs,) if isinstance(needs, str) else tuple(needs)


def figures(actor: Actor) -> list[Figure]:
    """Each figure this person may see, from its counter, for the areas of the appointment, leading to its rows."""
    mine: dict[tuple[str, ...], list[Any]] = {}
    for one in INDICATORS:
        if paths := actor.paths(one.needs):
            mine.setdefault(paths, []).append(one)
    found = {code: n for paths, ones in mine.items() for code, n in kept_figures(ones, paths).items()}
    return [_figure(one, found[one.code]) for one in INDICATORS if one.code in found]


def _figure(one: Any, n: int) -> Figure:
    url = reverse("ledgers:ledger", args=[one.ledger]) if one.ledger else ""
    query = f"?{urlencode(one.filters)}" if one.filters else ""
    return Figure(one.label, n, one.unit, url + query)


def counts(actor: Actor) -> list[Count]:
    """Each figure counted anew from its records, beside what its counter says."""
    mine = [one for one in INDICATORS if actor.paths(one.needs)]
    return [Count(_figure(one, _recounted(one, actor)), _kept(one, actor)) for one in mine]


def _recounted(one: Any, actor: Actor) -> int:
    return sum(one.recount(path) for path in actor.paths(one.needs))


def _kept(one: Any, actor: Actor) -> int | None:
    return counters([one.counter], actor.paths(one.needs))[one.counter] if one.counter else None


def books(actor: Actor) -> list[Any]:
    """The ledgers one may open."""
    return ledgers_of(actor)


def doors(paths: Sequence[str], at: datetime.datetime) -> list[Entrance]:
    """What anybody can come for today, in the order of the doors; one with nothing behind it is not there."""
    asked = [(door, door.shown(paths, at)) for door in sorted(DOORS, key=lambda one: one.order)]
    return [Entrance(door, *shown) for door, shown in asked if shown]


def public_notices(paths: Sequence[str], at: datetime.datetime) -> list[Any]:
    """The newest public notices of these districts."""
    return list(notices.public(at, paths).order_by("-published_at")[:5])
