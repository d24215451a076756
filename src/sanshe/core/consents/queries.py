"""Reading consents: what was asked in a matter, what holds at a moment, whom requests name."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from sanshe.core.accounts.queries.people import terms_in_force, user_by_phone
from sanshe.core.consents.enums import Capacity, Medium, P, Stage, State
from sanshe.core.consents.models import Consent, ConsentRequest
from sanshe.core.consents.rules import stage
from sanshe.core.consents.types import Earlier, Ended, Matter, Use
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.kit.roles import ROLES, givers_of
from sanshe.core.parties.models import Person
from sanshe.core.parties.queries import standing_for
from sanshe.core.rows.queries import within

USES: Registry[Use] = Registry("use of consents")
KIND = "consents.consentrequest"


def matter(actor: Actor, kind: str, key: UUID) -> Matter | None:
    """What people are asked about, for whoever may ask there."""
    use = USES.get(kind)
    found = use.find(actor, key) if use else None
    return found if found and actor.may_at(P.ASK, found.area_path) else None


def requests(kind: str, subject: UUID) -> list[ConsentRequest]:
    """Who was asked in a matter, in the order in which they were."""
    rows = ConsentRequest.objects.filter(kind=kind, subject=subject).order_by("asked_at", "pk")
    return list(rows.prefetch_related("consents"))


def request(actor: Actor, key: UUID) -> ConsentRequest | None:
    """One of them, for whoever may ask at its place."""
    return ConsentRequest.objects.filter(within(actor.paths(P.ASK)), pk=key).first()


def consent(actor: Actor, key: UUID) -> Consent | None:
    rows = Consent.objects.filter(within(actor.paths(P.ASK)), pk=key)
    return rows.select_related("request").first()


def own_request(key: UUID) -> ConsentRequest | None:
    """A request as who was asked finds it: the page asks first whether it is theirs."""
    return ConsentRequest.objects.filter(pk=key).first()


def own_consent(row: ConsentRequest, medium: str) -> Consent | None:
    return row.consents.select_related("request").filter(medium=medium).first()


def found_by(index: str) -> list[UUID]:
    """The requests of this number and these digits."""
    return list(ConsentRequest.objects.filter(track_index=index).values_list("pk", flat=True))


def own_address(key: UUID) -> str:
    return reverse("consents:own", args=[key])


def open_media(row: ConsentRequest, at: datetime) -> list[Consent]:
    """What waits for an answer that still comes in time."""
    found = row.consents.select_related("request")
    return [one for one in found if stage(one.life, at=at) == Stage.WAITING]


def given(kind: str, subject: UUID, at: datetime) -> set[tuple[UUID, Medium]]:
    """Who agreed to what in a matter, as it holds at a moment."""
    held = {"state": State.GIVEN, "ends_on__gte": shanghai.day(at)}
    rows = Consent.objects.filter(request__kind=kind, request__subject=subject, **held)
    return {(who, Medium(medium)) for who, medium in rows.values_list("request__person", "medium")}


def earlier(kind: str, subject: UUID, person: UUID, medium: Medium) -> tuple[Consent, Earlier] | None:
    """When this person was last asked about this medium in this matter, and what became of it."""
    rows = Consent.objects.filter(request__kind=kind, request__subject=subject, request__person=person, medium=medium)
    last = rows.select_related("request").order_by("-request__asked_at", "-pk").first()
    if last is None:
        return None
    return last, Earlier(shanghai.day(last.request.asked_at), State(last.state), last.ends_on)


def over(day: date) -> list[Consent]:
    """Those that were given and whose term is over."""
    rows = Consent.objects.filter(state=State.GIVEN, ends_on__lt=day)
    return list(rows.select_related("request").order_by("pk"))


def ended(row: Consent) -> Ended:
    asked = row.request
    return Ended(asked.kind, asked.subject, asked.person, Medium(row.medium), asked.part)


def person_of(row: ConsentRequest) -> Person | None:
    """Who was asked, whoever they were merged into since."""
    return standing_for(row.person)


def is_manager(by: Actor, phone: str, at: datetime) -> bool:
    """Whether somebody gives, or approves the work of, a role that the owner of a telephone holds below them."""
    user = user_by_phone(phone)
    if user is None or user.pk == by.id:
        return False
    return any(_manages(by, term.role_id, term.area_path) for term in terms_in_force(user, at))


def _manages(by: Actor, role: str, path: str) -> bool:
    above = [one for one in by.grants if one.organisation is None and path.startswith(one.path)]
    return any(one.role in givers_of(role) or role in ROLES[one.role].approves for one in above if one.role in ROLES)


def ids_still_named(persons: Iterable[UUID]) -> set[UUID]:
    """Whom a request names that waits or holds."""
    rows = ConsentRequest.objects.filter(person__in=list(persons))
    kept = rows.filter(Q(consents__state__in=[State.ASKED, State.GIVEN]))
    return set(kept.values_list("person", flat=True))


def forgotten_by(day: date) -> QuerySet[ConsentRequest]:
    """Requests whose guardian's name is still there, and which ended before a day."""
    rows = ConsentRequest.objects.exclude(capacity=Capacity.OWN).filter(forgotten_at=None, answer_by__lt=day)
    return rows.exclude(consents__ends_on__gte=day)
