"""Who may do what, where, until when: the people page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from sanshe.core.accounts import rules
from sanshe.core.accounts.enums import P, Standing
from sanshe.core.accounts.models import Appointment, User
from sanshe.core.accounts.queries.people import in_force
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.roles import GROUPS, ROLES
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.privacy.rules import mask_name
from sanshe.core.rows.queries import within

KEPT_DAYS = 30  # how long an ended term stays on the first list


@dataclass(frozen=True, slots=True)
class Line:
    """One term as the list shows it. `factors` counts by kind; `days_left` only for a term that is ending."""

    term: Appointment
    name: str
    place: str
    standing: Standing
    days_left: int | None
    factors: dict[str, int]
    lacks_factor: bool


@dataclass(frozen=True, slots=True)
class Sums:
    """People and terms in force, terms by group, and what is to be done."""

    people: int
    terms: int
    groups: dict[str, int]
    to_do: int


def terms_visible_to(actor: Actor, code: str = P.READ) -> QuerySet[Appointment]:
    """The terms of the areas for which the actor holds the code."""
    return Appointment.objects.filter(within(actor.paths(code)))


def term_visible_to(actor: Actor, term_id: UUID, code: str = P.READ) -> Appointment | None:
    """One of them."""
    return terms_visible_to(actor, code).select_related("user", "role").filter(pk=term_id).first()


def person_visible_to(actor: Actor, user_id: UUID, code: str = P.READ) -> User | None:
    """A user who holds or held a term there."""
    return User.objects.filter(pk__in=terms_visible_to(actor, code).filter(user=user_id).values("user")).first()


def _lately(at: datetime) -> Q:
    since = shanghai.day(at) - timedelta(days=KEPT_DAYS)
    ended_since = shanghai.moment(since)
    return (Q(ends=None) | Q(ends__gte=since)) & (Q(ended_at=None) | Q(ended_at__gt=ended_since))


def _to_do(at: datetime) -> Q:
    """Terms that end within a fortnight, and staff in office without a second factor."""
    soon = shanghai.day(at) + timedelta(days=rules.ENDING_DAYS)
    factor = Authenticator.objects.filter(user_id=OuterRef("user_id")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    bare = Q(Q(user__is_staff=True), ~Exists(factor))
    return in_force(at) & Q(Q(ends__lt=soon) | bare)


def groups(at: datetime) -> dict[str, Q]:
    """The choices above the list."""
    found = {"all": _lately(at)}
    for code in GROUPS:
        found[code] = _lately(at) & Q(role_id__in=[role.code for role in ROLES if role.group == code])
    return found | {"to_do": _to_do(at)}


def sums(actor: Actor, at: datetime) -> Sums:
    """The figures of the page, in two queries."""
    rows = terms_visible_to(actor)
    held = rows.filter(in_force(at)).aggregate(people=Count("user", distinct=True), terms=Count("pk"))
    counts = rows.aggregate(**{code: Count("pk", filter=where) for code, where in groups(at).items()})
    return Sums(held["people"], held["terms"], counts, counts["to_do"])


def roster(actor: Actor, at: datetime, group: str = "all", after: str | None = None, before: str | None = None) -> Page:
    """Terms by role and area, keyset-paged, as `Line`s."""
    rows = terms_visible_to(actor).filter(groups(at)[group]).select_related("user")
    page = keyset(rows, ("role_id", "area_path", "pk"), "accounts.people", after=after, before=before)
    return Page(lines(page.rows, at), page.next, page.prev)


def lines(terms: Iterable[Appointment], at: datetime) -> list[Line]:
    """Terms as lists show them; one more query for the second factors of all."""
    found = list(terms)
    factors = _factors({term.user_id for term in found})
    return [_line(term, at, factors.get(term.user_id, {})) for term in found]


def _line(term: Appointment, at: datetime, factors: dict[str, int]) -> Line:
    on, terms = shanghai.day(at), {"starts": term.starts, "ends": term.ends, "ended_at": term.ended_at}
    standing = rules.standing(on=on, at=at, **terms)
    left = (_last_day(term) - on).days if standing == Standing.ENDING else None
    lacks = term.user.is_staff and not (factors.keys() - {"recovery_codes"}) and standing != Standing.OVER
    return Line(term, shown_name(term.user), area_name(term.area_path), standing, left, factors, lacks)


def _last_day(term: Appointment) -> date:
    """A term ended at midnight has the day before as its last."""
    ended = [shanghai.day(term.ended_at - timedelta(seconds=1))] if term.ended_at else []
    return min([*ended, *([term.ends] if term.ends else [])])


def _factors(users: set[UUID]) -> dict[UUID, dict[str, int]]:
    found: dict[UUID, dict[str, int]] = {}
    rows: Any = Authenticator.objects.filter(user_id__in=users).values("user_id", "type").annotate(n=Count("pk"))
    for row in rows.order_by("user_id", "type"):
        found.setdefault(row["user_id"], {})[row["type"]] = row["n"]
    return found


def shown_name(user: User) -> str:
    """Staff act in office and are named; others are masked."""
    return user.name if user.is_staff else mask_name(user.name)


def named(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What accounts are called, for those who hold or held a term where the actor may look."""
    seen = terms_visible_to(actor).filter(user__pk__in=ids).values("user")
    found = User.objects.filter(pk__in=seen)
    return {str(user.pk): (shown_name(user), reverse("accounts:person", args=[user.pk])) for user in found}


def terms_of(actor: Actor, user: User, at: datetime) -> list[Line]:
    """The terms of one person that the actor may see, the latest first."""
    rows = terms_visible_to(actor).filter(user=user).select_related("user")
    return lines(rows.order_by("-starts", "-pk"), at)


def factors_of(user: User) -> list[Authenticator]:
    """The second factors of a person."""
    rows = Authenticator.objects.filter(user_id=user.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return list(rows.order_by("created_at"))
