"""Reading organisations."""

from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.areas.queries import within
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.parties.enums import P
from sanshe.core.parties.models import Organisation
from sanshe.core.parties.rules import tidied


def visible(actor: Actor) -> Q:
    """Which organisations this person may see: those of the areas of the appointment, and those represented."""
    return within(actor.paths(P.READ)) | Q(pk__in=actor.organisations(P.READ))


def visible_to(actor: Actor) -> QuerySet[Organisation]:
    return Organisation.objects.filter(visible(actor))


def organisation(actor: Actor, organisation_id: UUID) -> Organisation | None:
    return visible_to(actor).filter(pk=organisation_id).first()


def by_id(organisation_id: UUID) -> Organisation | None:
    """For other apps' own matters, without asking who looks."""
    return Organisation.objects.filter(pk=organisation_id).first()


def by_credit_code(code: str) -> Organisation | None:
    return Organisation.objects.filter(credit_code=tidied(code)).first() if code else None


def same_name(name: str, area_path: str) -> QuerySet[Organisation]:
    """Organisations of that name in the area: a hint of a double, no proof."""
    return Organisation.objects.filter(within([area_path]), name=name.strip())


def listing(actor: Actor, words: str = "", after: str | None = None, before: str | None = None) -> Page:
    """One page by name."""
    rows = visible_to(actor)
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(credit_code=tidied(words)))
    return keyset(rows, ("name", "pk"), "parties.list", after=after, before=before)
