"""Reading the demo's clock, chapters and people."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Q

from sanshe.core.accounts.models import Appointment, User
from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.demo.models import DemoClock
from sanshe.demo.phrases import CHAPTERS, PEOPLE
from sanshe.demo.types import Moment, Person
from sanshe.incubation.models import Application


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


def moments() -> Iterator[Moment]:
    for chapter in CHAPTERS:
        yield from chapter.moments


def moment_of(code: str) -> Moment | None:
    return next((one for one in moments() if one.code == code), None)


def person(key: str) -> Person | None:
    return next((one for one in PEOPLE if one.key == key), None)


def user_of(one: Person) -> User | None:
    """The account of a person of the story; an organisation's is who acts for it, or the owner of its draft."""
    if not one.of:
        return user_by_login(one.key)
    row = Application.objects.filter(name=one.of).values("owner", "organisation").first()
    if row is None:
        return None
    acts = Appointment.objects.filter(organisation=row["organisation"]).values("user") if row["organisation"] else []
    return User.objects.filter(Q(pk=row["owner"]) | Q(pk__in=acts)).first()


def is_there(one: Person, at: datetime.datetime) -> bool:
    """Whether this person has something to do at this moment: an appointment in force, or a draft."""
    user = user_of(one)
    return user is not None and (one.role == "organisation" or bool(actor_for(user, at).grants))


def nearest(one: Person, now: str) -> Moment | None:
    """The moment made for this person, else the nearest one of the story in which their role has work."""
    if one.best:
        return moment_of(one.best)
    order = list(moments())
    here = next((i for i, moment in enumerate(order) if moment.code == now), len(order) - 1)
    role = "objection_handler" if one.key == "du" else one.role
    fit = [(abs(i - here), i) for i, moment in enumerate(order) if role in moment.roles]
    return order[min(fit)[1]] if fit else None
