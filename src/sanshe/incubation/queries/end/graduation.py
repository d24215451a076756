"""Reading graduations and the visits after them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from sanshe.core.codes.enums import CodeState
from sanshe.core.codes.models import Code
from sanshe.core.codes.queries import newest, newest_of
from sanshe.core.kit.access import Actor
from sanshe.core.parties.rules import code_fault
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.assessment import AssessmentState, Kind, Verdict
from sanshe.incubation.enums.end.graduation import GraduationState
from sanshe.incubation.models import Assessment, Batch, Entry, FollowUp, Graduation
from sanshe.incubation.queries.end.assessment import newest as newest_assessment
from sanshe.incubation.queries.end.assessment import scope
from sanshe.incubation.rules.end.graduation import filing_stands

KIND = "incubation.graduation"


def graduation_of(entry: Entry) -> Graduation | None:
    return Graduation.objects.filter(entry=entry).first()


def recommended(entry: Entry) -> Assessment | None:
    """The newest graduation assessment when it recommends the organisation."""
    found = newest_assessment(entry, Kind.GRADUATION)
    good = found and found.state == AssessmentState.DECIDED and found.verdict == Verdict.RECOMMENDED
    return found if good else None


def identity_of(entry: Entry, today: date) -> tuple[bool, str, str]:
    """(code valid, filing that stands, what the certificate prints) as the register of organisations has it today."""
    one = entry.organisation
    valid = bool(one.credit_code) and code_fault(one.credit_code) is None
    filing = filing_stands(filing_number=one.filing_number, until=one.certificate_until, today=today)
    return valid, filing, one.credit_code if valid else filing


def code_of(row: Graduation) -> Code | None:
    """The code on its certificate: the one in force, else the last."""
    return newest(KIND, row.pk)


def printable(rows: Iterable[Graduation]) -> list[Graduation]:
    """Those whose certificate was not revoked: no paper is made that a scan would contradict."""
    found = list(rows)
    codes = newest_of(KIND, [row.pk for row in found])
    return [row for row in found if row.pk in codes and codes[row.pk].state != CodeState.REVOKED]


def page_of(pk: UUID) -> str:
    """The address of a graduation's page."""
    entry = Graduation.objects.values_list("entry_id", flat=True).get(pk=pk)
    return reverse("incubation:graduation", args=[entry])


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
