"""Who may assess an organisation: those with the right, but nobody who is tied to it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.accounts import queries as accounts
from sanshe.core.kit.access import Actor
from sanshe.core.privacy.queries import blind_name, blind_phone
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.panel import RelationDecision, RelationKind
from sanshe.incubation.models import Assessment, Assessor, Entry, Relation
from sanshe.incubation.queries.panel.panel import applicant_value
from sanshe.incubation.queries.stay.supervision import supervisors
from sanshe.incubation.rules.panel.panel import relations
from sanshe.incubation.types.panel import Applicant, Member


def ties_among(users: Collection[Any], entry: Entry) -> dict[UUID, RelationKind]:
    """What ties somebody to the organisation: by the register, by having supervised it, or by the panel's recusals."""
    place = entry.agreement.place if entry.agreement else None
    operator = entry.batch.centre.operator_id
    affiliates, seen = frozenset([str(operator)] if operator else []), supervisors(entry)
    known = [_organisation_value(entry)] + ([applicant_value(place.application)] if place else [])
    found = _recused(users, place.application_id) if place else {}
    for user in users:
        supervised = frozenset([known[0].organisation] if user.pk in seen else [])
        member = Member(**_prints(user), affiliates=affiliates, supervised=supervised)
        if kinds := [kind for one in known for kind in relations(member, one)]:
            found[user.pk] = kinds[0]
    return found


def tie_of(person: UUID, entry: Entry) -> RelationKind | None:
    """What ties this one person to the organisation."""
    user = accounts.user(person)
    return ties_among([user], entry).get(person) if user else None


def _prints(user: Any) -> dict[str, str]:
    return {"name": blind_name(user.name), "phone": blind_phone(user.phone) if user.phone else ""}


def _recused(users: Collection[Any], application_id: UUID) -> dict[UUID, RelationKind]:
    found = Relation.objects.filter(panelist__person__in=[user.pk for user in users], application_id=application_id)
    shut = found.exclude(decision=RelationDecision.NO_CONFLICT).values_list("panelist__person", "kind")
    return {person: RelationKind(kind) for person, kind in shut}


def _organisation_value(entry: Entry) -> Applicant:
    one = entry.organisation
    phones = frozenset(filter(None, (one.head_phone_index, one.contact_phone_index)))
    said = {"legal_representatives": frozenset(filter(None, [one.head_name_index]))}
    return Applicant(str(one.pk), contacts=frozenset(filter(None, [one.contact_name_index])), phones=phones, **said)


def shut_to(actor: Actor) -> set[UUID]:
    """The assessments somebody named for them may not read: not declared yet, or stepped aside."""
    mine = Assessor.objects.filter(person=actor.key, marked_at=None)
    return set(mine.exclude(declared_at__isnull=False, relation="").values_list("assessment_id", flat=True))


def recused_from(actor: Actor) -> set[UUID]:
    """The assessments from which somebody stepped aside."""
    mine = Assessor.objects.filter(person=actor.key).exclude(relation="")
    return set(mine.values_list("assessment_id", flat=True))


def candidates(row: Assessment, at: datetime) -> list[tuple[UUID, str, RelationKind | None]]:
    """(user, name, what ties them) of those who hold the right to mark here and are not named yet."""
    named = {one.person for one in row.assessors.all()}
    found = [user for user in accounts.holders(P.ASSESSMENT_MARK, row.area_path, at) if user.pk not in named]
    tied = ties_among(found, row.entry)
    return [(user.pk, user.name, tied.get(user.pk)) for user in found]


def seats_named(row: Assessment) -> list[tuple[str, Assessor]]:
    """(name, seat) of all who were named: who is missing and who stepped aside, never what was given."""
    seats = list(row.assessors.order_by("named_at", "pk"))
    names = accounts.names_of({seat.person for seat in seats})
    return [(names.get(seat.person, ""), seat) for seat in seats]


def hands_in(assessment: Assessment) -> set[UUID | None]:
    """Who worked on the verdict: the assessors, and who proposed it. Somebody else decides."""
    found = Assessor.objects.filter(assessment=assessment, relation="", replaced_at=None).values_list(
        "person", flat=True
    )
    return {*found, assessment.proposed_by}
