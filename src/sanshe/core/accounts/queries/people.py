"""Who somebody is and what they hold."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from sanshe.core.accounts import adapters
from sanshe.core.accounts.models import Appointment, Role, User
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import NOBODY, Actor, Grant
from sanshe.core.privacy.queries import blind_phone
from sanshe.core.rows.queries import within


def in_force(at: datetime, way: str = "") -> Q:
    """Appointments that hold at a moment of business; `way` leads to them from another row (`appointment__`)."""
    on = shanghai.day(at)
    is_begun = Q(**{f"{way}starts__lte": on})
    is_within = Q(**{f"{way}ends__isnull": True}) | Q(**{f"{way}ends__gte": on})
    return is_begun & is_within & (Q(**{f"{way}ended_at__isnull": True}) | Q(**{f"{way}ended_at__gt": at}))


def actor_for(who: User | AnonymousUser, at: datetime) -> Actor:
    """Who acts, with the appointments in force. One query; none for a visitor who is not signed in."""
    if not isinstance(who, User) or not who.is_active:
        return NOBODY
    told = adapters.fetched(*_terms(who.pk, shanghai.day(at)))
    return _actor(who, (adapters.grant(*one) for *one, ended in told if not ended or adapters.moment(ended) > at))


@lru_cache(maxsize=1024)
def _terms(user: UUID, day: date) -> tuple[str, tuple[Any, ...]]:
    """How somebody's terms of a day are asked for. Every page asks, and saying it took longer than the answer."""
    on = Q(starts__lte=day) & (Q(ends=None) | Q(ends__gte=day))
    rows = Appointment.objects.filter(on, user=user).order_by("pk")
    told = rows.values_list("role_id", "role__codes", "area_path", "organisation", "ended_at")
    return told.query.sql_with_params()


def terms_in_force(who: User, at: datetime) -> QuerySet[Appointment]:
    """A user's terms that hold now."""
    return Appointment.objects.filter(in_force(at), user=who).select_related("role", "user").order_by("pk")


def actor_of(who: User, rows: Iterable[Appointment]) -> Actor:
    """The values of a user with these appointments."""
    return _actor(who, (Grant(row.role_id, frozenset(row.role.codes), row.area_path, row.organisation) for row in rows))


def _actor(who: User, grants: Iterable[Grant]) -> Actor:
    return Actor(id=who.pk, name=who.name, is_staff=who.is_staff, grants=tuple(grants))


def area_of(user_id: UUID) -> str:
    """The area on whose record an act on an account stands: that of the latest term; a resident has none."""
    rows = Appointment.objects.filter(user=user_id).order_by("-pk")
    return rows.values_list("area_path", flat=True).first() or ""


def user(user_id: UUID) -> User | None:
    """A user by id."""
    return User.objects.filter(pk=user_id).first()


def user_of_session(user_id: UUID) -> User | None:
    """The user whose session it is. Every page asks, and saying it took longer than the answer."""
    return next(iter(User.objects.raw(*_one(user_id))), None)


@lru_cache(maxsize=1024)
def _one(user_id: UUID) -> tuple[str, tuple[Any, ...]]:
    return User.objects.filter(pk=user_id).query.sql_with_params()


def user_by_username(username: str) -> User | None:
    """A user by username, however it was typed."""
    return User.objects.filter(username=username.strip().casefold()).first()


def user_by_phone(phone: str) -> User | None:
    """A user by phone number, however it was typed."""
    index = blind_phone(phone)
    return User.objects.filter(phone_blind=index).first() if index else None


def user_by_login(text: str) -> User | None:
    """A user by what staff type to sign in: username, else phone. One query, whether there is one or not."""
    name, index = text.strip().casefold(), blind_phone(text)
    found = User.objects.filter(Q(username=name) | (Q(phone_blind=index) if index else Q(username=name)))
    return min(found, key=lambda one: one.username != name, default=None)


def person(user_id: UUID | None) -> str:
    """The name of a user for a page; empty when there is none."""
    found = user(user_id) if user_id else None
    return found.name if found else ""


def names_of(user_ids: set[UUID]) -> dict[UUID, str]:
    """The names of staff for the record: they act in office. Nobody else is named there."""
    return dict(User.objects.filter(pk__in=user_ids, is_staff=True).values_list("pk", "name"))


def users_with(role: str, area_path: str, at: datetime) -> QuerySet[User]:
    """Those who hold a role for exactly this area or one that contains it."""
    prefixes = [area_path[:n] for n in range(1, len(area_path) + 1)]
    rows = Appointment.objects.filter(in_force(at), role_id=role, area_path__in=prefixes)
    return User.objects.filter(is_active=True, pk__in=rows.values("user")).order_by("pk")


def roles_with(codes: Iterable[str]) -> list[str]:
    """The roles that give any of these codes here."""
    wanted = set(codes)
    return [row.code for row in Role.objects.order_by("code") if wanted & set(row.codes)]


def holders(code: str, area_path: str, at: datetime) -> list[User]:
    """Those whose term gives this code for exactly this area or one that contains it; nobody who acts for others."""
    prefixes = [area_path[:n] for n in range(1, len(area_path) + 1)]
    rows = Appointment.objects.filter(in_force(at), role__in=roles_with([code]), area_path__in=prefixes)
    held = rows.filter(organisation=None).values("user")
    return list(User.objects.filter(is_active=True, pk__in=held).order_by("pk"))


def holders_around(code: str, area_path: str, at: datetime) -> list[User]:
    """Those whose term gives this code anywhere within this area: where it must be somebody of another place."""
    rows = Appointment.objects.filter(in_force(at), within([area_path]), role__in=roles_with([code]))
    held = rows.filter(organisation=None).values("user")
    return list(User.objects.filter(is_active=True, pk__in=held).order_by("pk"))
