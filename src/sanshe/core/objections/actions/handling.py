"""What a handler does: take it up or not, name a second one, enquire, judge each point, answer."""

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from sanshe.core.accounts.queries import actor_for, user
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import NOBODY, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.objections import rules
from sanshe.core.objections.actions.telling import tell, write_concerned, write_objector
from sanshe.core.objections.enums import NOTED, Deed, E, Letter, Outcome, R, State, Verdict
from sanshe.core.objections.models import Note, Objection, Point
from sanshe.core.objections.queries import SUBJECTS, case_of, review_due, standing_of
from sanshe.core.objections.types import Finding
from sanshe.core.rows.actions import change, move


@transaction.atomic
def show(*, objection: Objection, by: Actor, at: datetime.datetime) -> None:
    """Somebody who works on it looks at who raised it: on record first."""
    case_of(objection, by, at).insist(Deed.REVEAL)
    tell(E.SHOWN, objection, by, at)


@transaction.atomic
def accept(*, objection: Objection, points: Sequence[str], by: Actor, at: datetime.datetime) -> None:
    """Take it up: whoever does is the handler, and names the disputed points."""
    case_of(objection, by, at).insist(Deed.TAKE_UP)
    insist(None if points else R.NO_POINTS)
    move(objection, State.ACCEPTED, handler=by.id, accepted_at=at)
    Point.objects.bulk_create(Point(objection=objection, no=i, text=text) for i, text in enumerate(points, start=1))
    due = shanghai.short(objection.answer_due_on)
    write_objector(Letter.ACCEPTED, objection, by, at, due=due)
    write_concerned(Letter.CONCERNED, objection, by, at)
    tell(E.ACCEPTED, objection, by, at, points=len(points))


@transaction.atomic
def decline(*, objection: Objection, reason: str, by: Actor, at: datetime.datetime) -> None:
    """不受理, with the reason that whoever objected is told."""
    case_of(objection, by, at).insist(Deed.TAKE_UP)
    insist(None if reason.strip() else R.NO_REASON)
    move(objection, State.DECLINED, handler=by.id, answer=reason.strip()[:2000], closed_at=at)
    write_objector(Letter.DECLINED, objection, by, at, reason=objection.answer)
    tell(E.DECLINED, objection, by, at, reason=reason)


@transaction.atomic
def take_over(*, objection: Objection, reason: str, by: Actor, at: datetime.datetime) -> None:
    """The handler has left office: another one goes on, and says why. Who handled it before does not review it."""
    case_of(objection, by, at).insist(Deed.TAKE_OVER)
    insist(None if reason.strip() else R.NO_REASON)
    former = [*objection.former_handlers, str(objection.handler)]
    change(objection, handler=by.id, former_handlers=former)
    note_down(objection, E.TAKEN_OVER, reason, by, at)


@transaction.atomic
def name_co_handler(*, objection: Objection, person: UUID, by: Actor, at: datetime.datetime) -> None:
    """The handler names a second one, who holds the same right and had no part in it either."""
    case_of(objection, by, at).insist(Deed.NAME)
    chosen = user(person)
    who = actor_for(chosen, at) if chosen else NOBODY
    may = who.may_at(SUBJECTS[objection.kind].handle, objection.area_path) and who.id != by.id
    insist(None if may else R.NO_CO_HANDLER)
    barred = standing_of(objection, who, at).barred
    insist(R.BARRED if barred is not None else None, duty=barred)
    change(objection, co_handler=who.id)
    tell(E.CO_HANDLER_NAMED, objection, by, at, co_handler=who.id)


@transaction.atomic
def note(*, objection: Objection, event: E, text: str, by: Actor, at: datetime.datetime) -> None:
    """What was done: told, heard, originals seen, a contact."""
    case_of(objection, by, at).insist(Deed.WORK)
    insist(None if event in NOTED else R.MOVE_NOT_ALLOWED)
    insist(None if text.strip() else R.NO_NOTE)
    note_down(objection, event, text, by, at)


def note_down(objection: Objection, event: E, text: str, by: Actor, at: datetime.datetime) -> None:
    """What was done, in words, on record."""
    Note.objects.create(objection=objection, event=event, text=text.strip()[:1000], noted_by=by.id, noted_at=at)
    tell(event, objection, by, at)


@transaction.atomic
def judge(*, objection: Objection, findings: Sequence[Finding], by: Actor, at: datetime.datetime) -> None:
    """What the enquiry found about the disputed facts. Two work on it: of a finding and an answer at once, one sees the
    other."""
    case_of(objection, by, at).insist(Deed.WORK)
    insist(None if objection.state == State.ACCEPTED else R.MOVE_NOT_ALLOWED)
    change(objection)
    for one in findings:
        said = {"verdict": Verdict(one.verdict), "found": one.found.strip()[:600]}
        if objection.points.filter(no=one.no).update(**said, judged_by=by.id, judged_at=at) != 1:
            raise Refused(R.NO_POINTS)
        tell(E.POINT_JUDGED, objection, by, at, point=one.no, verdict=one.verdict)


@transaction.atomic
def answer(*, objection: Objection, outcome: Outcome, text: str, by: Actor, at: datetime.datetime) -> None:
    """Answer from the findings; what it is about stands still until the days to ask for a review are over."""
    case_of(objection, by, at).insist(Deed.WORK)
    insist(rules.refusal_to_move(state=State(objection.state), to=State.ANSWERED))
    verdicts = [Verdict(verdict) for verdict in objection.points.values_list("verdict", flat=True)]
    insist(rules.refusal_to_answer(verdicts=verdicts, outcome=outcome, text=text))
    due = review_due(at, SUBJECTS[objection.kind].days)
    said = {"outcome": outcome, "answer": text.strip()[:2000], "answered_at": at, "review_due_on": due}
    move(objection, State.ANSWERED, **said)
    write_objector(Letter.ANSWERED, objection, by, at, due=shanghai.short(due))
    tell(E.ANSWERED, objection, by, at, outcome=outcome)


@transaction.atomic
def withdraw_for(*, objection: Objection, text: str, by: Actor, at: datetime.datetime) -> None:
    """Who raised it told the handler that they withdraw it: put on record by the handler, in words."""
    case_of(objection, by, at).insist(Deed.WORK)
    insist(rules.refusal_to_withdraw(state=State(objection.state), is_own=False))
    insist(None if text.strip() else R.NO_REASON)
    move(objection, State.WITHDRAWN, closed_at=at)
    note_down(objection, E.WITHDRAWN, text, by, at)
