"""Reading organisations."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from sanshe.core.areas.queries import tree
from sanshe.core.areas.rules import shows_former
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.prefix import covers
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.parties.enums import P
from sanshe.core.parties.models import Organisation
from sanshe.core.parties.rules import tidied
from sanshe.core.parties.types import Follow
from sanshe.core.privacy.queries import blind_phone
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry


def visible(actor: Actor) -> Q:
    """Which organisations this person may see: those of the areas of the appointment, and those represented."""
    return within(actor.paths(P.READ)) | Q(pk__in=actor.organisations(P.READ))


# What apps keep for an organisation follows it when it is merged into another one.
FOLLOWERS: list[Follow] = []


def visible_to(actor: Actor) -> QuerySet[Organisation]:
    return Organisation.objects.filter(visible(actor))


def organisation(actor: Actor, organisation_id: UUID) -> Organisation | None:
    return visible_to(actor).filter(pk=organisation_id).first()


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What organisations are called, and where they stand."""
    found = visible_to(actor).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("parties:organisation", args=[pk])) for pk, name in found}


def by_id(organisation_id: UUID) -> Organisation | None:
    """For other apps' own matters, without asking who looks."""
    return Organisation.objects.filter(pk=organisation_id).first()


def by_credit_code(code: str) -> Organisation | None:
    """The organisation that stands for a code today: one that was merged leads to the other."""
    found = Organisation.objects.filter(credit_code=tidied(code)).first() if code else None
    return standing(found)


def standing(found: Organisation | None) -> Organisation | None:
    """The organisation that a row stands for today; in a circle, which no act makes, one of it."""
    passed: set[UUID] = set()
    while found is not None and found.merged_into_id is not None and found.pk not in passed:
        passed.add(found.pk)
        found = found.merged_into
    return found


def to_merge_with(actor: Actor, asked: str) -> Organisation | None:
    """One that still stands, by its whole code or name."""
    rows = visible_to(actor).filter(merged_into=None)
    named = Q(same_name=same.name(asked)) | (Q(credit_code=tidied(asked)) if tidied(asked) else Q(pk=None))
    found = list(rows.filter(named)[:2]) if asked.strip() else []
    return found[0] if len(found) == 1 else None


def to_agree() -> QuerySet[Organisation]:
    """Mergings that wait for a second person."""
    return Organisation.objects.filter(merge_to__isnull=False, merged_into=None)


def former_name(row: Organisation, on: date) -> str:
    """The name before, for a year after it was changed."""
    return row.former_name if shows_former(row.renamed_on, on) else ""


def is_registered_phone(organisation: Organisation, phone: str | None) -> bool:
    """Whether this is a telephone under which a proven organisation is registered."""
    index = blind_phone(phone) if phone and organisation.proven_at else ""
    return bool(index) and index in (organisation.head_phone_index, organisation.contact_phone_index)


def same_name(name: str, area_path: str) -> QuerySet[Organisation]:
    """Organisations of that name in the area: a hint of a double, no proof."""
    return Organisation.objects.filter(within([area_path]), same_name=same.name(name), merged_into=None)


def doubles(actor: Actor, given: Mapping[str, Any]) -> list[Organisation]:
    """Visible organisations that may be the same one: of that name, or with one of those phones. A hint, no proof."""
    alike = Q(same_name=same.name(str(given.get("name", ""))))
    for phone in filter(None, (given.get("head_phone"), given.get("contact_phone"))):
        alike |= Q(head_phone_index=blind_phone(phone)) | Q(contact_phone_index=blind_phone(phone))
    return list(visible_to(actor).filter(alike, merged_into=None).order_by("name", "pk")[:5])


def standing_in(path: str, at: Any) -> int:
    """How many organisations stand in an area."""
    return Organisation.objects.filter(within([path]), merged_into=None).count()


def places_for(actor: Actor) -> list[tuple[str, str]]:
    """The areas in which this person may enter organisations, in the order of the tree."""
    prefixes = actor.paths(P.WRITE)
    return [(path, name) for path, (name, _) in tree().standing.items() if covers(prefixes, path)]


def to_change(actor: Actor, organisation_id: UUID, code: str = P.WRITE) -> Organisation | None:
    """The organisation when this person may change it, or holds another code where it is registered. What was merged is
    changed no more."""
    found = to_merge(actor, organisation_id, code)
    return found if found and found.merged_into_id is None else None


def to_merge(actor: Actor, organisation_id: UUID, code: str = P.WRITE) -> Organisation | None:
    """The same, also of one that was merged meanwhile: whoever is second is told so."""
    found = organisation(actor, organisation_id)
    return found if found and actor.may_at(code, found.area_path) else None


def listing(actor: Actor, words: str = "", after: str | None = None, before: str | None = None) -> Page:
    """One page by name."""
    rows = visible_to(actor).filter(merged_into=None)
    if words:
        rows = rows.filter(Q(same_name__contains=same.name(words)) | Q(credit_code=tidied(words)))
    return keyset(rows, ("name", "pk"), "parties.list", after=after, before=before)


def findable(actor: Actor) -> Q:
    """The same as `visible`, over the rows of search."""
    represented = map(str, actor.organisations(P.READ))
    return within(actor.paths(P.READ)) | Q(object_id__in=list(represented))


def search_entry(row: Organisation) -> Entry:
    """An organisation as it is found: by name, code, filing number, field and place; never by a person."""
    facts = (row.field, area_name(row.area_path), row.credit_code or row.filing_number)
    line = " · ".join(fact for fact in facts if fact)
    return Entry("parties.organisation", str(row.pk), row.area_path, row.name, line, f"/parties/{row.pk}/")


def search_entries() -> Iterator[Entry]:
    return map(search_entry, Organisation.objects.filter(merged_into=None).iterator())
