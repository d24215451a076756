"""Questions to the police: those that wait, those that were answered."""

from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.creation.enums import P
from sanshe.creation.models import Application, Attestation, Title


def attestations(actor: Actor) -> QuerySet[Attestation]:
    """Those of the areas for which one answers."""
    rows = Attestation.objects.filter(within(actor.paths(P.ATTEST)))
    return rows.select_related("application__organisation", "application__scheme", "title")


def attestation(actor: Actor, key: UUID) -> Attestation | None:
    return attestations(actor).filter(pk=key).first()


def waiting(actor: Actor) -> QuerySet[Attestation]:
    return attestations(actor).filter(reply="").order_by("due_on", "asked_at")


def answered(actor: Actor) -> QuerySet[Attestation]:
    return attestations(actor).exclude(reply="").order_by("-answered_at")


def newest(row: Application) -> Attestation | None:
    """The question that was asked last about an application, its title's apart."""
    return row.attestations.filter(title=None).order_by("-asked_at").first()


def of_application(row: Application) -> list[Attestation]:
    """All that were ever asked about it, struck ones too."""
    return list(Attestation.every.filter(application=row).order_by("asked_at"))


def of_title(row: Title) -> list[Attestation]:
    """What was asked within its term, the newest first."""
    return list(row.attestations.order_by("-asked_at"))


def attesters(row: Application) -> set[UUID | None]:
    """Who ever answered about it."""
    rows = Attestation.every.filter(application=row).exclude(answered_by=None)
    return set(rows.values_list("answered_by", flat=True))
