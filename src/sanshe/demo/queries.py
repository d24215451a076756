"""Reading the demo's clock, chapters and people."""

import datetime

from django.conf import settings
from django.db import DatabaseError, connection

from sanshe.core.accounts.models import User
from sanshe.core.accounts.queries import actor_for, user, user_by_login
from sanshe.core.kit.story import STORIES, Chapter, Moment, Person, Sheet
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
    """The days of all stories, in order of time."""
    return sorted((chapter for story in STORIES for chapter in story.chapters), key=lambda one: one.moments[0].at)


def moments() -> list[Moment]:
    """The moments of all stories, in order of time."""
    return sorted((moment for chapter in chapters() for moment in chapter.moments), key=lambda one: one.at)


def moment_of(code: str) -> Moment | None:
    return next((one for one in moments() if one.code == code), None)


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


def nearest(one: Person, now: str) -> Moment | None:
    """The moment made for this person, else the nearest one of the story in which their role has work."""
    if one.best:
        return moment_of(one.best)
    order = moments()
    here = next((i for i, moment in enumerate(order) if moment.code == now), len(order) - 1)
    fit = [(abs(i - here), i) for i, moment in enumerate(order) if one.role in moment.roles]
    return order[min(fit)[1]] if fit else None
