"""Assessments from the announcement to the verdict."""

import datetime
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.accounts import queries as accounts
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import actions as rows
from sanshe.core.rows.rules import another, refusal_of_past
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.actions.end import exit as leaving
from sanshe.incubation.actions.letters import send_to_entry
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.end.assessment import GRACE_WORKDAYS, Kind, PaperState
from sanshe.incubation.enums.end.assessment import AssessmentEvent as E
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as R
from sanshe.incubation.enums.end.assessment import AssessmentState as S
from sanshe.incubation.enums.end.exit import ExitKind
from sanshe.incubation.models import Assessment, Assessor, Batch, Entry, Indicator, Mark, PaperCheck
from sanshe.incubation.queries.end import assessment as queries
from sanshe.incubation.queries.end import assessors as people
from sanshe.incubation.rules.end import assessment as rules
from sanshe.incubation.types.assessment import Line


def _url(row: Assessment) -> str:
    return f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/report/"


@transaction.atomic
def set_indicators(*, batch: Batch, kind: Kind, lines: Sequence[Line], by: Actor, at: datetime.datetime) -> None:
    """Put other indicators in place; refused once an assessment of the kind was announced."""
    insist(rules.refusal_to_edit_indicators(opened=queries.is_opened(batch, kind)))
    insist(rules.refusal_of_indicators(lines))
    rows.change(batch, refused=R.STALE)
    Indicator.objects.filter(batch=batch, kind=kind).delete()
    _write(batch, kind, lines)
    said = [[line.dimension, line.name, line.points] for line in lines]
    rows.record(E.INDICATORS, batch, by=by, at=at, kind=kind, indicators=said)


def _write(batch: Batch, kind: Kind, lines: Sequence[Line]) -> None:
    Indicator.objects.bulk_create(
        Indicator(batch=batch, kind=kind, no=no, dimension=line.dimension, name=line.name, says=line.says,
                  points=line.points)
        for no, line in enumerate(lines, start=1)
    )  # fmt: skip


@transaction.atomic
def announce(*, entry: Entry, kind: Kind, report_by: datetime.date, by: Actor, at: datetime.datetime) -> Assessment:
    """Open one assessment: its indicators are frozen, the organisation is told by when to report."""
    window, last = queries.window(entry, kind), queries.newest(entry, kind)
    facts = {"in_incubation": entry.state == EntryState.IN_INCUBATION, "window": window}
    facts |= {"running": kind in queries.answered(entry.batch).get(entry.pk, set())}
    insist(rules.refusal_to_announce(**facts, today=shanghai.day(at), report_by=report_by), **_days(window))
    if not Indicator.objects.filter(batch=entry.batch, kind=kind).exists():
        _write(entry.batch, kind, queries.lines(entry.batch, kind))
    days = {"closes_on": window[1], "report_by": min(report_by, window[1]), "announced_at": at, "announced_by": by.id}
    where = {"batch": entry.batch, "area_path": entry.area_path, "round": last.round + 1 if last else 1}
    try:
        with transaction.atomic():
            row = Assessment.objects.create(entry=entry, kind=kind, **where, **days)
    except IntegrityError as error:
        raise Refused(R.RUNS_ALREADY) from error
    names = enumerate(queries.papers_asked(kind), start=1)
    PaperCheck.objects.bulk_create(PaperCheck(assessment=row, no=no, name=name) for no, name in names)
    if kind == Kind.GRADUATION:
        move_up_to(batch=entry.batch, to=BatchState.ASSESSING, by=by, at=at)
    rows.record(E.ANNOUNCED, row, by=by, at=at, assessment=kind, report_by=row.report_by)
    values = {"day": row.report_by}
    send_to_entry(entry, f"incubation.{kind}", values, by, at, key=f"announced:{row.pk}", url=_url(row))
    return row


def _days(window: tuple[datetime.date, datetime.date]) -> dict[str, str]:
    return {"first": window[0].isoformat(), "last": window[1].isoformat()}


@transaction.atomic
def announce_all(*, batch: Batch, kind: Kind, report_by: datetime.date, by: Actor, at: datetime.datetime) -> int:
    """Open it for everybody of the batch whose window is open and who has none yet; returns how many."""
    answered, today, n = queries.answered(batch), shanghai.day(at), 0
    for entry in queries.in_incubation(batch):
        window = queries.window(entry, kind)
        if kind not in answered.get(entry.pk, set()) and window[0] <= today <= window[1]:
            announce(entry=entry, kind=kind, report_by=report_by, by=by, at=at)
            n += 1
    insist(None if n else R.NOBODY_NOW)
    return n


@transaction.atomic
def name_assessor(*, assessment: Assessment, person: UUID, by: Actor, at: datetime.datetime) -> Assessor:
    """Name somebody who interviews and marks; nobody tied to the organisation."""
    insist(None if assessment.state in (S.ANNOUNCED, S.REPORTED) else R.NOT_NOW)
    user = accounts.user(person)
    may = user is not None and accounts.actor_for(user, at).may_at(P.ASSESSMENT_MARK, assessment.area_path)
    related = people.tie_of(person, assessment.entry) is not None
    named = assessment.assessors.filter(person=person).exists()
    insist(rules.refusal_to_name(may_mark=may, related=related, named=named))
    row = Assessor.objects.create(assessment=assessment, person=person, named_at=at, named_by=by.id)
    rows.record(E.ASSESSOR, assessment, by=by, at=at, person=person)
    return row


@transaction.atomic
def declare(*, assessment: Assessment, relation: str, said: str, by: Actor, at: datetime.datetime) -> Assessor:
    """An assessor's word before reading. Who names a relation steps aside at once, and somebody else is named."""
    seat = _seat(assessment, by)
    insist(None if assessment.state in (S.ANNOUNCED, S.REPORTED) else R.NOT_NOW)
    detected = people.tie_of(seat.person, assessment.entry) is not None
    declared = seat.declared_at is not None
    insist(rules.refusal_to_declare(declared=declared, detected=detected, relation=relation, said=said))
    told = {"declared_at": at, "relation": relation, "said": said.strip()[:300] if relation else ""}
    if Assessor.objects.filter(pk=seat.pk, declared_at=None).update(**told) != 1:
        raise Refused(R.DECLARED_ALREADY)
    rows.record(E.RECUSED if relation else E.DECLARED, assessment, by=by, at=at, person=seat.person, relation=relation)
    return seat


def _seat(assessment: Assessment, by: Actor) -> Assessor:
    seat = queries.seat(assessment, by)
    if seat is None:
        raise Refused(R.NOT_AN_ASSESSOR)
    return seat


@transaction.atomic
def give_marks(*, assessment: Assessment, marks: Mapping[int, int], by: Actor, at: datetime.datetime) -> None:
    """One assessor's marks, all at once; again replaces them until the interview is closed."""
    seat = _seat(assessment, by)
    insist(None if assessment.state == S.REPORTED else R.NOT_NOW)
    insist(rules.refusal_to_read(declared=seat.declared_at is not None, recused=bool(seat.relation)))
    insist(R.DETECTED if people.tie_of(seat.person, assessment.entry) else None)
    points = {line.no: line.points for line in queries.lines(assessment.batch, assessment.kind)}
    insist(rules.refusal_of_marks(marks=marks, points=points))
    rows.change(assessment, refused=R.STALE)
    Mark.objects.filter(assessor=seat).delete()
    Mark.objects.bulk_create(Mark(assessor=seat, no=no, points=n) for no, n in marks.items())
    Assessor.objects.filter(pk=seat.pk).update(marked_at=at)
    rows.record(E.MARKED, assessment, by=by, at=at, marks=[marks[no] for no in sorted(marks)])


@transaction.atomic
def close_interview(
    *, assessment: Assessment, record: str, held_on: datetime.date, by: Actor, at: datetime.datetime
) -> None:
    """The interview is over: at least two assessors have given all marks, and what was said is written down."""
    seats = queries.assessors(assessment)
    marked = sum(seat.marked_at is not None for seat in seats)
    insist(rules.refusal_to_close_interview(record=record, marked=marked, named=len(seats)))
    insist(refusal_of_past(held_on, today=shanghai.day(at)))
    said = {"record": record[:2000], "interviewed_on": held_on, "interviewed_at": at}
    rows.move(assessment, S.INTERVIEWED, refused=R.NOT_NOW, **said)
    rows.record(E.INTERVIEWED, assessment, by=by, at=at, assessors=len(seats))


@transaction.atomic
def check_papers(*, assessment: Assessment, found: Mapping[int, PaperState], by: Actor, at: datetime.datetime) -> None:
    """Each document seen or missing; when none is left open the check is closed."""
    insist(None if assessment.state == S.INTERVIEWED else R.NOT_NOW)
    for no, state in found.items():
        PaperCheck.objects.filter(assessment=assessment, no=no).update(state=state, checked_at=at, checked_by=by.id)
    states = {paper.no: paper.state for paper in queries.papers(assessment)}
    insist(rules.refusal_to_close_papers(PaperState(state) for state in states.values()))
    rows.move(assessment, S.CHECKED, refused=R.NOT_NOW)
    rows.record(E.CHECKED, assessment, by=by, at=at, papers=states)


@transaction.atomic
def propose(*, assessment: Assessment, verdict: str, reason: str, by: Actor, at: datetime.datetime) -> None:
    """What comes of it, as the rule says or otherwise with a reason; somebody else decides."""
    insist(None if assessment.state == S.CHECKED else R.NOT_NOW)
    says = queries.rule_says(assessment)
    assert says is not None
    facts = {"kind": Kind(assessment.kind), "rule_says": says, "may_extend": queries.may_extend(assessment.entry)}
    insist(rules.refusal_to_propose(verdict=verdict, reason=reason, **facts))
    said = {"verdict": verdict, "rule_says": says, "reason": reason[:600]}
    rows.move(assessment, S.PROPOSED, refused=R.NOT_NOW, proposed_at=at, proposed_by=by.id, **said)
    rows.record(E.PROPOSED, assessment, by=by, at=at, **said)


@transaction.atomic
def decide(*, assessment: Assessment, agrees: bool, by: Actor, at: datetime.datetime) -> None:
    """Neither who proposed it nor who marked: somebody else agrees, or sends it back."""
    another(by.id, [assessment.proposed_by], Duty.PROPOSER)
    another(by.id, people.hands_in(assessment), Duty.ASSESSOR)
    if not agrees:
        rows.move(assessment, S.CHECKED, refused=R.NOT_NOW, verdict="", proposed_at=None, proposed_by=None)
        return rows.record(E.SENT_BACK, assessment, by=by, at=at)
    rows.move(assessment, S.DECIDED, refused=R.NOT_NOW, decided_at=at, decided_by=by.id)
    rows.record(E.DECIDED, assessment, by=by, at=at, verdict=assessment.verdict)
    entry, key = assessment.entry, f"decided:{assessment.pk}"
    send_to_entry(entry, f"incubation.verdict.{assessment.verdict}", {}, by, at, key=key, url=_url(assessment))
    return None


@transaction.atomic
def remind(*, assessment: Assessment, by: Actor, at: datetime.datetime) -> None:
    """The report is late: remind once, and say how many working days are left."""
    insist(None if assessment.state == S.ANNOUNCED and assessment.reminded_at is None else R.NOT_NOW)
    insist(None if at >= Due(assessment.report_by).moment else R.STILL_TIME)
    until = workdays().term(shanghai.day(at), GRACE_WORKDAYS, DayKind.WORKDAY)
    rows.change(assessment, refused=R.STALE, reminded_at=at, grace_until=until)
    rows.record(E.REMINDED, assessment, by=by, at=at, until=until)
    values, key = {"day": until}, f"reminded:{assessment.pk}"
    send_to_entry(assessment.entry, "incubation.report_late", values, by, at, key=key, url=_url(assessment))


@transaction.atomic
def close_as_absent(*, assessment: Assessment, by: Actor, at: datetime.datetime) -> None:
    """No report after the reminder's days: it took no part, which counts as giving up; its exit is proposed."""
    closes = queries.report_closes(assessment) if assessment.grace_until else None
    insist(rules.refusal_to_close_as_absent(reminded=assessment.reminded_at is not None, closes=closes, at=at))
    rows.move(assessment, S.ABSENT, refused=R.NOT_NOW)
    rows.record(E.ABSENT, assessment, by=by, at=at)
    leaving.propose(entry=assessment.entry, kind=ExitKind.GIVEN_UP, reason=leaving.ABSENT, by=by, at=at)
