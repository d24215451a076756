"""Which organisation an application names, and whether its writer may speak for it."""

from datetime import datetime
from uuid import UUID

from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.queries import in_force, user
from sanshe.core.kit.access import Actor
from sanshe.core.parties import queries as parties
from sanshe.core.parties.models import Organisation
from sanshe.core.parties.rules import tidied
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.models import Application, Batch


def code_of(application: Application) -> str:
    """The code as it was filled in; the row's own column holds it once it is known whose it is."""
    return tidied(application.fields.get("credit_code", ""))[:18]


def named(application: Application) -> Organisation | None:
    """The organisation of that code, or without a code a proven one of that name in the area."""
    if code := code_of(application):
        return parties.by_credit_code(code)
    known = parties.same_name(application.name, application.area_path)
    return known.filter(credit_code="", proven_at__isnull=False).first()


def may_speak_for(party: Organisation, person: UUID | None, at: datetime) -> bool:
    """Whether this account may tie the organisation: it represents it, or came in by the telephone under which it is
    registered. A code is no proof. What came on paper was seen at the desk by two."""
    if person is None:
        return True
    if Appointment.objects.filter(in_force(at), organisation=party.pk, user=person).exists():
        return True
    found = user(person)
    return found is not None and parties.is_registered_phone(party, found.phone)


def is_unproven(application: Application) -> bool:
    """Handed in under an organisation that was there before, by somebody who has not shown to speak for it."""
    return application.organisation_id is None and application.state == S.SUBMITTED


def tied_unseen(batch: Batch, party: Organisation) -> list[Application]:
    """Applications tied to an organisation that nobody has proven, by its entering alone, and not passed yet."""
    if party.proven_at is not None:
        return []
    rows = Application.objects.filter(batch=batch, organisation=party, owner__isnull=False)
    return list(rows.filter(state__in=[S.SUBMITTED, S.RETURNED, S.INELIGIBLE, S.OVERDUE]))


def claimed(actor: Actor, application: Application) -> tuple[bool, Organisation | None]:
    """For the desk: whether it waits to be proven, and the organisation it names as far as this person may see it."""
    if not is_unproven(application):
        return False, None
    found = named(application)
    return True, parties.organisation(actor, found.pk) if found else None
