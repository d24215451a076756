"""Reading the demo's clock, chapters and people."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from sanshe.core.accounts.models import User
from sanshe.core.accounts.queries import actor_for, user, user_by_login
from sanshe.core.figures.enums import R
from sanshe.core.kit import shanghai
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.story import STORIES, Chapter, Moment, Person, Sheet, Story
from sanshe.demo import adapters
from sanshe.demo.models import DemoClock


def shift() -> datetime.timedelta:
    """How far the demo's clock is from the machine's; nothing while there is no row yet."""
    try:
        row = DemoClock.objects.filter(pk=1).values_list("shift_seconds", flat=True).first()
    except DatabaseError:
        return datetime.timedelta(0)
    return datetime.timedelta(seconds=row or 0)


def is_left_over() -> bool:
    """True for a demo's data in a folder that is no demo's, brought there by a backup or a copy. Its clock marks it; an
    empty database has no table for it yet."""
    if settings.HAS_DEMO_FLAG or DemoClock._meta.db_table not in connection.introspection.table_names():
        return False
    return DemoClock.objects.exists()


def moment_now() -> str:
    return DemoClock.objects.filter(pk=1).values_list("moment", flat=True).first() or ""


def chapters() -> list[Chapter]:
    """The days of all stories, in order of time; a moment that several tell of stands with the first of them."""
    told = sorted((chapter for story in STORIES for chapter in story.chapters), key=lambda one: one.moments[0].at)
    first = {moment.code: chapter for chapter in reversed(told) for moment in chapter.moments}
    own = [replace(one, moments=tuple(m for m in one.moments if first[m.code] is one)) for one in told]
    return [one for one in own if one.moments]


def moments() -> list[Moment]:
    """The moments of all stories, in order of time."""
    return sorted((moment for chapter in chapters() for moment in chapter.moments), key=lambda one: one.at)


def moment_of(code: str) -> Moment | None:
    return next((one for one in moments() if one.code == code), None)


@contextmanager
def standing_at(code: str) -> Iterator[datetime.datetime]:
    """Inside, the database is the snapshot of this moment; the value is its time."""
    moment = moment_of(code)
    if not moment or not adapters.is_told(code):
        raise Refused(R.NO_MOMENT, code=code)
    with adapters.reading(code):
        yield shanghai.at(moment.at)


def told() -> list[str]:
    """The codes of the moments that can be stepped into; none counts behind one that is missing."""
    return list(takewhile(adapters.is_told, (one.code for one in moments())))


def progress() -> dict[str, int]:
    """How far the telling is: moments that are `done`, of how many."""
    return {"done": len(told()), "of": len(moments())}


def first_seen() -> Moment:
    """Where the demo opens."""
    return next(one for one in moments() if one.is_first_seen)


def people() -> list[Person]:
    return [one for story in STORIES for one in story.people]


def person(key: str) -> Person | None:
    return next((one for one in people() if one.key == key), None)


def sheet_for(importer: str) -> Sheet | None:
    """The sheet that a story has ready for this import."""
    return next((story.sheets[importer] for story in STORIES if importer in story.sheets), None)


def user_of(one: Person) -> User | None:
    """The account of a person of the story."""
    return user(key) if one.user and (key := one.user()) else None if one.user else user_by_login(one.key)


def is_there(one: Person, at: datetime.datetime) -> bool:
    """Whether this person has something to do at this moment: an appointment in force, or a draft."""
    found = user_of(one)
    return found is not None and (one.user is not None or bool(actor_for(found, at).grants))


@dataclass(frozen=True, slots=True)
class Cards:
    """Whom one can be in one story at this moment; `start` is the key of who has the most to do."""

    title: Any
    people: list[Person]
    start: str


def cards(now: str, at: datetime.datetime) -> list[Cards]:
    """The people of each story who have work at this moment, and are there; nobody else is offered."""
    here = moment_of(now)
    told = [(story, _standing(story, here)) for story in STORIES] if here else []
    return [found for story, moment in told if moment and (found := _cards(story, moment, at)).people]


def _standing(story: Story, here: Moment) -> Moment | None:
    """The last moment of a story that is not later than this one."""
    mine = sorted((one for chapter in story.chapters for one in chapter.moments), key=lambda one: one.at)
    return next((one for one in reversed(mine) if one.at <= here.at), None)


def _cards(story: Story, moment: Moment, at: datetime.datetime) -> Cards:
    """For each role those for whom the moment was made, else all of the role."""
    there = [one for one in story.people if one.role in moment.roles and is_there(one, at)]
    made = {one.role for one in there if one.best == moment.code}
    fit = [one for one in there if one.best == moment.code or one.role not in made]
    start = next((one.key for role in moment.roles for one in fit if one.role == role), "")
    return Cards(story.title, fit, start)
