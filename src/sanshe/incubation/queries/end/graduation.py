"""Reading graduations and the visits after them."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.parties.rules import code_fault
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.assessment import AssessmentState, Kind, Verdict
from sanshe.incubation.enums.end.graduation import GraduationState
from sanshe.incubation.models import Assessment, Batch, Entry, FollowUp, Graduation
from sanshe.incubation.queries.end.assessment import newest, scope
from sanshe.incubation.rules.end.graduation import filing_stands

KIND = "incubation.graduation"


def graduation_of(entry: Entry) -> Graduation | None:
    return Graduation.objects.filter(entry=entry).first()


def recommended(entry: Entry) -> Assessment | None:
    """The newest graduation assessment when it recommends the organisation."""
    found = newest(entry, Kind.GRADUATION)
    good = found and found.state == AssessmentState.DECIDED and found.verdict == Verdict.RECOMMENDED
    return found if good else None


def identity_of(entry: Entry, today: date) -> tuple[bool, str, str]:
    """(code valid, filing that stands, what the certificate prints) as the register of organisations has it today."""
    one = entry.organisation
    valid = bool(one.credit_code) and code_fault(one.credit_code) is None
    filing = filing_stands(filing_number=one.filing_number, until=one.certificate_until, today=today)
    return valid, filing, one.credit_code if valid else filing


def of_batch(batch: Batch) -> QuerySet[Graduation]:
    found = Graduation.objects.filter(entry__batch=batch)
    return found.select_related("entry", "entry__organisation").order_by("serial", "proposed_at")


def visits(row: Graduation) -> list[FollowUp]:
    return list(row.visits.all())


def visit_for(actor: Actor, code: str, pk: UUID) -> FollowUp | None:
    found = FollowUp.objects.filter(scope(actor, code, "graduation__entry__organisation"), pk=pk)
    return found.select_related("graduation", "graduation__entry").first()


def has_graduated(actor: Actor) -> bool:
    """Whether anybody whom this person sees graduated in this system; before that, all did so in earlier batches."""
    return Graduation.objects.filter(within(actor.paths(P.REGISTER_READ)), state=GraduationState.APPROVED).exists()
