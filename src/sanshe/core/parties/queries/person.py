"""Reading persons: masked, found by the whole telephone or name, never by a part."""

import datetime
from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.parties.enums import P
from sanshe.core.parties.models import Person
from sanshe.core.privacy.queries import blind_name, blind_phone
from sanshe.core.rows.queries import within

# Which of these persons an app's open or kept matters still name: those are not destroyed when their time is over.
KEEPERS: list[Callable[[Iterable[UUID]], set[UUID]]] = []


def _standing() -> QuerySet[Person]:
    return Person.objects.filter(merged_into=None, destroyed_at=None)


def persons(actor: Actor, asked: str = "", after: str | None = None, before: str | None = None) -> Page:
    """One page of the persons of one's districts, the newest first; with `asked`, those of that telephone or name."""
    rows = _standing().filter(within(actor.paths(P.PERSONS_READ)))
    if asked:
        rows = rows.filter(_asked_for(asked))
    return keyset(rows, ("-known_at", "pk"), "parties.persons", after=after, before=before)


def _asked_for(asked: str) -> Q:
    phone, name = blind_phone(asked), blind_name(asked)
    return (Q(phone_index=phone) if phone else Q(pk__in=[])) | (Q(name_index=name) if name else Q(pk__in=[]))


def person(actor: Actor, person_id: UUID, code: str = P.PERSONS_READ) -> Person | None:
    """One of them, for who holds the code there."""
    return _standing().filter(within(actor.paths(code)), pk=person_id).first()


def standing_for(person_id: UUID) -> Person | None:
    """The person a row stands for today: who was merged into another is that other; in a circle, which no act makes,
    one of it."""
    found, passed = Person.objects.filter(pk=person_id).first(), set[UUID]()
    while found is not None and found.merged_into_id is not None and found.pk not in passed:
        passed.add(found.pk)
        found = found.merged_into
    return found


def by_phone(district: str, phone: str) -> Person | None:
    """The person of a telephone in a district, however it was typed."""
    index = blind_phone(phone)
    return _standing().filter(area_path=district, phone_index=index).first() if index else None


def alike(found: Person) -> list[Person]:
    """Others of the district with the same name: perhaps the same person with another telephone."""
    rows = _standing().filter(area_path=found.area_path, name_index=found.name_index).exclude(pk=found.pk)
    return list(rows.order_by("known_at")[:5]) if found.name_index else []


def not_used_since(moment: datetime.datetime) -> list[Person]:
    """Those whom no matter has named since then, and no app keeps."""
    rows = {row.pk: row for row in _standing().filter(used_at__lte=moment)}
    kept = {one for keep in KEEPERS for one in keep(rows)} if rows else set()
    return [row for pk, row in rows.items() if pk not in kept]
