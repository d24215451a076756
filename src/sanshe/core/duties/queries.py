"""What is owed: by whom, until when, how much; every answer for many sources is one query."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

from django.db.models import Q

from sanshe.core.calendar.queries import workdays
from sanshe.core.duties import adapters
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.types import Duty, Item, Line, Owed, Page, Said, Source
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.queries import within

Asked = tuple[Source, Q, adapters.Place | None]
SOURCES: Registry[Source] = Registry("source of duties")
MOST = 20  # lines of one source on a desk: what is more is counted and stands on a page of its own


def owed(actor: Actor, at: datetime, most: int = MOST) -> Owed:
    """What this person has to see to, the nearest deadline first."""
    sources = [one for one in SOURCES if one.is_todo]
    asked = [(one, scope, None) for one in sources if (scope := scope_of(one, actor)) is not None]
    found = _duties(asked, actor, at, most)
    return Owed(tuple(sorted(found, key=_nearest)))


def items(owed: Iterable[Duty], at: datetime) -> list[Item]:
    """Duties with what is left of their time."""
    return [_item(one, at) for one in owed]


def _item(duty: Duty, at: datetime) -> Item:
    due, is_over = duty.due, duty.is_over(at)
    left = workdays().left(at, due) if due and not is_over else None
    return Item(duty, left, is_over, due is not None and not is_over and due.day == shanghai.day(at))


def page(source: Source, actor: Actor, at: datetime, after: tuple[str, str] | None = None, size: int = 50) -> Page:
    """One page of one source, in its order: all there is, page by page."""
    scope = scope_of(source, actor)
    found = list(_duties([(source, scope, after)], actor, at, size + 1)) if scope is not None else []
    lines = list(dict.fromkeys(one.line for one in found))
    shown = [one for one in found if one.line in lines[:size]]
    last = lines[size - 1] if len(lines) > size else None
    return Page(items(shown, at), lines[0].of if lines else 0, adapters.place_of(last) if last else None)


def behind(source: Source, key: UUID, actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """The rows behind a grouped line: (whose, address) of each, the oldest first."""
    scope = scope_of(source, actor)
    if scope is None or source.each is None:
        return []
    single = replace(source, is_grouped=False, key="pk", facts=source.each.facts, day=None)
    rows = source.rows(actor, at).filter(scope, **{source.key: key})
    found = adapters.lines([(single, rows, None)], today=shanghai.day(at), most=None)
    return [source.each.say(line) for _part, line in found]


def reminded(at: datetime) -> list[Duty]:
    """Everything of which letters are sent, whoever owes it."""
    return list(_duties([(one, Q(), None) for one in SOURCES if one.is_reminded], SYSTEM, at, None))


def next_of(subject: UUID, at: datetime, seal: str) -> Duty | None:
    """The nearest deadline to come of what belongs to a subject, whoever owes it."""
    today = shanghai.day(at)
    asked = [one for one in SOURCES if one.is_next and one.seal == seal]
    parts = [(one, Q(**{one.subject: subject}), (today.isoformat(), "") if one.is_last_day else None) for one in asked]
    found = [one for one in _duties(parts, SYSTEM, at, MOST) if one.due and one.due.day >= today]
    return min(found, key=_nearest, default=None)


def owed_by(organisation: UUID, at: datetime) -> list[Duty]:
    """What one organisation has to hand in."""
    mine = [one for one in SOURCES if one.owner == Owner.ORGANISATION]
    return sorted(
        _duties([(one, Q(**{one.scope: organisation}), None) for one in mine], SYSTEM, at, MOST), key=_nearest
    )


def scope_of(source: Source, actor: Actor) -> Q | None:
    """The condition on a source's rows that this person owes them; None for who owes none."""
    others = Q(**{source.others: actor.key}) if source.others else None
    mine = _mine(source, actor)
    return mine & ~others if mine is not None and others is not None else mine


def _mine(source: Source, actor: Actor) -> Q | None:
    if source.owner == Owner.PERSON:
        return Q(**{source.scope: actor.key}) if actor.is_known and all(map(actor.may, source.codes)) else None
    if source.owner == Owner.ORGANISATION:
        acting = set.intersection(*(set(actor.organisations(code)) for code in source.codes))
        return Q(**{f"{source.scope}__in": sorted(acting)}) if acting else None
    held = [actor.paths(code) for code in source.codes]
    if not source.scope:
        return Q() if all(held) else None
    return reduce(and_, (within(paths, source.scope) for paths in held)) if all(held) else None


def _duties(asked: Iterable[Asked], actor: Actor, at: datetime, most: int | None) -> Iterator[Duty]:
    parts = [(source, source.rows(actor, at).filter(scope), after) for source, scope, after in asked]
    for number, line in adapters.lines(parts, today=shanghai.day(at), most=most):
        yield from _said(parts[number][0], line, at)


def _said(source: Source, line: Line, at: datetime) -> Iterator[Duty]:
    told = source.say(line, at)
    for one in (told,) if isinstance(told, Said) else told:
        yield Duty(source, line, one)


def _nearest(duty: Duty) -> tuple[bool, Any, int, str]:
    return duty.due is None, duty.due.moment if duty.due else 0, duty.source.order, duty.line.key
