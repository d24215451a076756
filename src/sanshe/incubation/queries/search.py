"""What incubation lets be found: applications that were received, and agreements. Never a person, score or rank."""

from collections.abc import Iterator

from django.db.models import Q

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState
from sanshe.incubation.models import Agreement, Application
from sanshe.incubation.queries.panel.panel import shut_to

APPLICATION = "incubation.application"
AGREEMENT = "incubation.agreement"


def applications(actor: Actor) -> Q:
    """Those of the areas of the appointment; one recused from an applicant, whatever else they are, finds nothing."""
    return within(actor.paths(P.APPLICATION_READ)) & ~Q(object_id__in=[str(pk) for pk in shut_to(actor)])


def agreements(actor: Actor) -> Q:
    return within(actor.paths(P.AGREEMENT_READ))


def application_entry(row: Application) -> Entry:
    """By number, name, code and field."""
    line = " · ".join(filter(None, (row.number, row.batch.name, row.field, row.credit_code)))
    return Entry(APPLICATION, str(row.pk), row.area_path, row.name, line, f"/incubation/applications/{row.pk}/")


def agreement_entry(row: Agreement) -> Entry:
    """By the name of the organisation and the number of the paper."""
    line = f"{row.number} · {row.place.batch.name}"
    return Entry(
        AGREEMENT, str(row.pk), row.area_path, row.content["party_b"], line, f"/incubation/agreements/{row.pk}/"
    )


def application_entries() -> Iterator[Entry]:
    rows = Application.objects.exclude(state=ApplicationState.DRAFT).select_related("batch")
    return map(application_entry, rows.iterator())


def agreement_entries() -> Iterator[Entry]:
    return map(agreement_entry, Agreement.objects.select_related("place__batch").iterator())
