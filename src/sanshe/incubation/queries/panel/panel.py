"""Reading the panel: who sits on it, who is recused from what, and the order of the day."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.privacy.queries import blind_name, blind_phone
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.panel.panel import RelationDecision, SlotState
from sanshe.incubation.models import Application, Batch, Draw, Panel, Panelist, Relation, Slot
from sanshe.incubation.queries.call.application import private_of
from sanshe.incubation.queries.stay.supervision import supervised_by
from sanshe.incubation.types.panel import Applicant, Member


def panel_of(batch: Batch) -> Panel | None:
    return Panel.objects.filter(batch=batch).select_related("batch").first()


def members(batch: Batch) -> list[Panelist]:
    """Those who sit on the panel now, by the name's characters: nobody is ranked."""
    return list(Panelist.objects.filter(panel__batch=batch, dismissed_at=None).order_by("name"))


def member_of(actor: Actor, batch: Batch) -> Panelist | None:
    """The seat of this person on this batch's panel."""
    if actor.id is None:
        return None
    seats = Panelist.objects.filter(panel__batch=batch, person=actor.key, dismissed_at=None)
    return seats.select_related("panel").first()


def seats_of(actor: Actor) -> QuerySet[Panelist]:
    """All the panels this person sits on."""
    seats = Panelist.objects.filter(person=actor.key, dismissed_at=None)
    return seats.select_related("panel", "panel__batch").order_by("-panel__batch__no")


def relations(batch: Batch) -> QuerySet[Relation]:
    found = Relation.objects.filter(panelist__panel__batch=batch, panelist__dismissed_at=None)
    return found.select_related("panelist", "application").order_by("application__serial", "panelist__name")


def recused_pairs(batch: Batch) -> set[tuple[UUID, UUID]]:
    """(panelist, application) keys that are shut; what is not decided yet is shut as well."""
    shut = relations(batch).exclude(decision=RelationDecision.NO_CONFLICT)
    return set(shut.values_list("panelist_id", "application_id"))


def recusals_by_member(batch: Batch) -> dict[UUID, int]:
    """How many applicants each member is recused from, decided."""
    found = relations(batch).filter(decision=RelationDecision.RECUSED).values_list("panelist_id", flat=True)
    counted: dict[UUID, int] = defaultdict(int)
    for key in found:
        counted[key] += 1
    return dict(counted)


def shut_to(actor: Actor) -> list[UUID]:
    """The applications from which this person is recused, or may yet be."""
    found = Relation.objects.filter(panelist__person=actor.key, panelist__dismissed_at=None)
    return list(found.exclude(decision=RelationDecision.NO_CONFLICT).values_list("application_id", flat=True))


def is_recused(panelist: Panelist, application_id: UUID) -> bool:
    found = Relation.objects.filter(panelist=panelist, application_id=application_id)
    return found.exclude(decision=RelationDecision.NO_CONFLICT).exists()


def readable(panelist: Panelist) -> QuerySet[Application]:
    """What a member may read once declared: everything screened in but what is shut."""
    if panelist.declared_at is None:
        return Application.objects.none()
    shut = Relation.objects.filter(panelist=panelist).exclude(decision=RelationDecision.NO_CONFLICT)
    found = Application.objects.filter(batch_id=panelist.panel.batch_id, state__in=S.screened_in())
    return found.exclude(pk__in=shut.values("application_id"))


def applicants(batch: Batch) -> list[Application]:
    """Everybody who passed the screening, by number."""
    found = Application.objects.filter(batch=batch, state__in=S.screened_in())
    return list(found.select_related("organisation").order_by("serial"))


def slots(batch: Batch) -> QuerySet[Slot]:
    """The order of the day."""
    found = Slot.objects.filter(panel__batch=batch).select_related("application").order_by("turn")
    return found.defer("application__fields", "application__private")  # a screen that follows asks often


def drawn_at(batch: Batch) -> datetime | None:
    return Draw.objects.filter(panel__batch=batch).values_list("drawn_at", flat=True).first()


def on_stage(batch: Batch) -> Slot | None:
    return slots(batch).filter(state__in=[SlotState.CALLED, SlotState.PRESENTING]).first()


def next_slot(batch: Batch) -> Slot | None:
    return slots(batch).filter(state=SlotState.WAITING).first()


def member_value(panelist: Panelist, affiliates: frozenset[str] = frozenset()) -> Member:
    """What the search for relations compares of a member; whom they supervised in an earlier batch is among it."""
    texts = {"name": blind_name(panelist.name), "employer": panelist.employer and blind_name(panelist.employer)}
    ties = {"affiliates": affiliates, "supervised": supervised_by(panelist.person)}
    return Member(**texts, phone=panelist.phone_index or "", **ties)


def applicant_value(application: Application) -> Applicant:
    """What the search for relations compares of an applicant: fingerprints only."""
    private = private_of(application)

    def prints(blind: Callable[[str], str], *codes: str) -> frozenset[str]:
        return frozenset(blind(private[code]) for code in codes if private.get(code, "").strip())

    employer = application.fields.get("head_employer", "").strip()
    return Applicant(
        organisation=str(application.organisation_id),
        legal_representatives=prints(blind_name, "head_name"),
        founders=frozenset(map(blind_name, same.people(private.get("founders", "")))),
        contacts=prints(blind_name, "contact_name"),
        phones=prints(blind_phone, "head_phone", "contact_phone"),
        employers=frozenset([blind_name(employer)] if employer else []),
    )


def by_applicant(batch: Batch) -> Mapping[UUID, list[Relation]]:
    """Relations under each application."""
    found: dict[UUID, list[Relation]] = defaultdict(list)
    for one in relations(batch):
        found[one.application_id].append(one)
    return found
