"""Who may assess an organisation: those with the right, but nobody who is tied to it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.accounts import queries as accounts
from sanshe.core.privacy.adapters import blind
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel import RelationDecision
from sanshe.incubation.models import Assessment, Entry, Relation
from sanshe.incubation.queries.assessment import assessors
from sanshe.incubation.queries.panel import applicant_value
from sanshe.incubation.rules.panel import relations
from sanshe.incubation.types.panel import Applicant, Member


def related_among(users: Collection[Any], entry: Entry) -> set[UUID]:
    """Those whom the register ties to the organisation, or who were recused from it when the panel met."""
    place = entry.agreement.place if entry.agreement else None
    operator = entry.batch.centre.operator_id
    affiliates = frozenset([str(operator)] if operator else [])
    known = [_organisation_value(entry)] + ([applicant_value(place.application)] if place else [])
    tied = {user.pk for user in users if any(relations(_member(user, affiliates), one) for one in known)}
    return tied | (_recused(users, place.application_id) if place else set())


def _member(user: Any, affiliates: frozenset[str]) -> Member:
    return Member(name=blind(user.name), phone=blind(user.phone) if user.phone else "", affiliates=affiliates)


def _recused(users: Collection[Any], application_id: UUID) -> set[UUID]:
    found = Relation.objects.filter(panelist__person__in=[user.pk for user in users], application_id=application_id)
    return set(found.exclude(decision=RelationDecision.NO_CONFLICT).values_list("panelist__person", flat=True))


def _organisation_value(entry: Entry) -> Applicant:
    one = entry.organisation
    phones = frozenset(filter(None, (one.head_phone_index, one.contact_phone_index)))
    said = {"legal_representatives": frozenset(filter(None, [one.head_name_index]))}
    return Applicant(str(one.pk), contacts=frozenset(filter(None, [one.contact_name_index])), phones=phones, **said)


def candidates(row: Assessment, at: datetime) -> list[tuple[UUID, str, bool]]:
    """(user, name, related) of those who hold the right to mark here and are not named yet."""
    named = {one.person for one in row.assessors.all()}
    found = [user for user in accounts.holders(P.ASSESSMENT_MARK, row.area_path, at) if user.pk not in named]
    related = related_among(found, row.entry)
    return [(user.pk, user.name, user.pk in related) for user in found]


def seats_named(row: Assessment) -> list[tuple[str, bool]]:
    """(name, has marked) of the assessors: who is missing, never what was given."""
    seats = assessors(row)
    names = accounts.names_of({seat.person for seat in seats})
    return [(names.get(seat.person, ""), seat.marked_at is not None) for seat in seats]
