"""Objections: raised by anyone within the window, handled by somebody else, answered from findings."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.accounts.actions import count_guess, count_use, forgive
from sanshe.core.accounts.queries import actor_for, user
from sanshe.core.audit import actions as audit
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import NOBODY, SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.privacy.adapters import blind
from sanshe.core.rows.actions import change, move
from sanshe.core.serials.actions import next_number
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.enums.notice.objection import ObjectionEvent as E
from sanshe.incubation.enums.notice.objection import ObjectionOutcome as O
from sanshe.incubation.enums.notice.objection import ObjectionRefusal as R
from sanshe.incubation.enums.notice.objection import ObjectionState as S
from sanshe.incubation.enums.notice.objection import PointVerdict
from sanshe.incubation.models import Batch, Objection, ObjectionNote, Place, Point
from sanshe.incubation.queries.notice import objection as queries
from sanshe.incubation.queries.notice.publication import notices_of, window_end
from sanshe.incubation.rules.notice import objection as rules

KIND = "incubation.objection"
STALE = R.MOVE_NOT_ALLOWED


def _tell(event: E, row: Objection, by: Actor, at: datetime.datetime, **new: Any) -> None:
    audit.record(event=event, kind=KIND, subject=row.pk, by=by, at=at, area_path=row.area_path, new=new)


@transaction.atomic
def show(*, objection: Objection, by: Actor, at: datetime.datetime) -> None:
    """A handler looks at who raised it: on record first."""
    _tell(E.SHOWN, objection, by, at)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an objection comes from, for counting only."""

    device: str
    address: str
    real: datetime.datetime


def _pace(batch: Batch, origin: Origin) -> None:
    """Refuses TOO_OFTEN when more come from one browser or address, or to one batch, than people write."""
    counts = (
        (f"device:{origin.device}", rules.MOST_OF_DEVICE),
        (f"address:{origin.address}", rules.MOST_OF_ADDRESS),
        (f"batch:{batch.pk}", rules.MOST_OF_BATCH),
    )
    for what, most in counts:
        count_use(what=f"objection:{what}", most=most, per=rules.PACE, real=origin.real)


@transaction.atomic
def raise_(
    *,
    place: Place,
    fact: str,
    name: str,
    phone: str,
    at: datetime.datetime,
    by: Actor = NOBODY,
    origin: Origin | None = None,
) -> Objection:
    """Anyone may object to one place, with a fact, a name and a telephone, while the notice runs."""
    notice = notices_of(place.batch).filter(published_at__isnull=False).first()
    if notice is None or notice.published_at is None:
        raise Refused(R.NOT_IN_WINDOW)
    window = {"opens": notice.published_at, "closes": window_end(notice), "at": at}
    on_list = place.application.name in notice.names
    insist(rules.refusal_to_raise(**window, on_list=on_list, fact=fact, name=name, phone=phone))
    if origin is not None:
        _pace(place.batch, origin)
    day = shanghai.day(at)
    number = f"{day:%y%m%d}-{next_number(series=f'incubation.objection.{day:%y%m%d}'):03d}"
    said = {"fact": fact.strip(), "name": name.strip(), "phone": phone.strip(), "raised_at": at, "raised_by": by.id}
    row = Objection.objects.create(number=number, place=place, area_path=place.area_path, notice=notice.pk, **said)
    row.answer_due_on = queries.answer_due(row)
    row.save(update_fields=["answer_due_on"])
    values = {"number": number, "due": shanghai.short(row.answer_due_on)}
    send(
        template="incubation.objection_received",
        to=Recipient(phone=row.phone),
        values=values,
        by=by,
        at=at,
        key=f"objection-{row.pk}",
    )
    _tell(E.RAISED, row, by, at, number=number, place=place.pk)
    return row


def look_up(*, number: str, digits: str, device: str, at: datetime.datetime, real: datetime.datetime) -> Any:
    """The objection of this number and telephone. Four digits are soon guessed, so guesses are counted before they are
    looked at: by device, and by number whatever the device. Refuses LOCKED."""
    guessed = {"account": blind(f"objection:{number.strip()}"), "user": None, "device": device}
    count_guess(**guessed, at=at, real=real)
    found = queries.by_number(number, digits)
    if found:
        forgive(**guessed)
    return found


def _insist_may_handle(row: Objection, who: Actor) -> None:
    batch = row.place.batch
    operators = {str(who.id)} if who.has_role("centre_operator") else set()
    facts = {"person": str(who.id), "panelists": queries.panelists(batch), "operators": operators}
    insist(rules.refusal_to_handle(**facts, recusal_deciders=queries.deciders_of_recusals(batch)))


def _insist_is_theirs(row: Objection, by: Actor) -> None:
    """What is taken up is done by its handler and co-handler; a reviewer could else review an answer of their own."""
    _insist_may_handle(row, by)
    insist(rules.refusal_to_work(person=str(by.id), handlers={str(row.handler), str(row.co_handler)}))


@transaction.atomic
def accept(*, objection: Objection, points: list[str], by: Actor, at: datetime.datetime) -> None:
    """Take it up: whoever does is the handler, and names the disputed points."""
    _insist_may_handle(objection, by)
    insist(None if points else R.NO_POINTS)
    move(objection, S.ACCEPTED, refused=STALE, handler=by.id, accepted_at=at)
    Point.objects.bulk_create(Point(objection=objection, no=i, text=text) for i, text in enumerate(points, start=1))
    _tell(E.ACCEPTED, objection, by, at, points=len(points))


@transaction.atomic
def decline(*, objection: Objection, reason: str, by: Actor, at: datetime.datetime) -> None:
    _insist_may_handle(objection, by)
    insist(None if reason.strip() else R.NO_ANSWER)
    move(objection, S.DECLINED, refused=STALE, handler=by.id, answer=reason, closed_at=at)
    _tell(E.DECLINED, objection, by, at, reason=reason)


@transaction.atomic
def name_co_handler(*, objection: Objection, person: UUID, by: Actor, at: datetime.datetime) -> None:
    """The handler names a second one, who holds the same right and is as independent."""
    insist(rules.refusal_to_work(person=str(by.id), handlers={str(objection.handler)}))
    insist(None if objection.state == S.ACCEPTED else R.MOVE_NOT_ALLOWED)
    chosen = user(person)
    who = actor_for(chosen, at) if chosen else NOBODY
    insist(None if who.may_at(P.OBJECTION_HANDLE, objection.area_path) and who.id != by.id else R.NO_CO_HANDLER)
    _insist_may_handle(objection, who)
    change(objection, refused=STALE, co_handler=who.id)
    _tell(E.CO_HANDLER_NAMED, objection, by, at, co_handler=who.id)


@transaction.atomic
def note(*, objection: Objection, kind: E, text: str, by: Actor, at: datetime.datetime) -> None:
    """What was done: told, heard, originals seen, a contact."""
    _insist_is_theirs(objection, by)
    ObjectionNote.objects.create(objection=objection, kind=kind, text=text[:1000], noted_by=by.id, noted_at=at)
    _tell(kind, objection, by, at)


@transaction.atomic
def judge_point(*, point: Point, verdict: PointVerdict, found: str, by: Actor, at: datetime.datetime) -> None:
    """What the enquiry found about one disputed fact."""
    _insist_is_theirs(point.objection, by)
    insist(None if point.objection.state == S.ACCEPTED else R.MOVE_NOT_ALLOWED)
    change(point.objection, refused=STALE)  # two work on it: of a finding and an answer at once one sees the other
    Point.objects.filter(pk=point.pk).update(verdict=verdict, found=found, judged_by=by.id, judged_at=at)
    _tell(E.POINT_JUDGED, point.objection, by, at, point=point.no, verdict=verdict)


@transaction.atomic
def answer(*, objection: Objection, outcome: O, text: str, by: Actor, at: datetime.datetime) -> None:
    """Answer from the findings; the place stays blocked until the days to ask for review are over."""
    _insist_is_theirs(objection, by)
    verdicts = [PointVerdict(verdict) for verdict in objection.points.values_list("verdict", flat=True)]
    insist(rules.refusal_to_answer(verdicts=verdicts, outcome=outcome, text=text))
    due = queries.review_due(at)
    move(objection, S.ANSWERED, refused=STALE, outcome=outcome, answer=text, answered_at=at, review_due_on=due)
    values = {"number": objection.number, "due": shanghai.short(due)}
    to = Recipient(phone=objection.phone)
    send(template="incubation.objection_answered", to=to, values=values, by=by, at=at, key=f"answer-{objection.pk}")
    _tell(E.ANSWERED, objection, by, at, outcome=outcome)


def _review_ends(objection: Objection) -> datetime.datetime:
    """When the days to ask for a review are over; they begin with the answer."""
    if objection.review_due_on is None:
        raise Refused(R.MOVE_NOT_ALLOWED)
    return Due(objection.review_due_on).moment


@transaction.atomic
def ask_review(*, objection: Objection, reason: str, at: datetime.datetime, by: Actor = NOBODY) -> None:
    """Who objected asks for another look, within five working days."""
    insist(rules.refusal_to_ask_review(due_moment=_review_ends(objection), at=at))
    move(objection, S.UNDER_REVIEW, refused=STALE, review_reason=reason, review_asked_at=at)
    _tell(E.REVIEW_ASKED, objection, by, at)


@transaction.atomic
def review(*, objection: Objection, outcome: O, text: str, by: Actor, at: datetime.datetime) -> None:
    """Somebody who did not handle it answers for good."""
    _insist_may_handle(objection, by)
    insist(rules.refusal_to_review(person=str(by.id), handlers=queries.workers(objection)))
    insist(None if text.strip() else R.NO_ANSWER)
    move(objection, S.CLOSED, refused=STALE, outcome=outcome, answer=text, reviewer=by.id, reviewed_at=at, closed_at=at)
    _tell(E.REVIEWED, objection, by, at, outcome=outcome)
    _settle(objection)


@transaction.atomic
def close(*, objection: Objection, at: datetime.datetime, by: Actor = SYSTEM) -> None:
    """Nobody asked for review in time: the answer stands."""
    insist(rules.refusal_to_close(review_due_moment=_review_ends(objection), at=at))
    move(objection, S.CLOSED, refused=STALE, closed_at=at)
    _tell(E.CLOSED, objection, by, at)
    _settle(objection)


def _settle(objection: Objection) -> None:
    """An objection that was upheld takes the place away."""
    place = Place.objects.get(pk=objection.place_id)
    if objection.outcome == O.UPHELD and place.state in (PlaceState.NOTICED, PlaceState.PROPOSED):
        move(place, PlaceState.FALLEN, refused=STALE)


@transaction.atomic
def withdraw(*, objection: Objection, at: datetime.datetime, by: Actor = NOBODY) -> None:
    """Who raised it takes it back."""
    accepted = objection.accepted_at is not None
    insist(rules.refusal_to_withdraw(raised_at=objection.raised_at, at=at, accepted=accepted))
    move(objection, S.WITHDRAWN, refused=STALE, closed_at=at)
    _tell(E.WITHDRAWN, objection, by, at)


def close_due(*, at: datetime.datetime) -> int:
    """Close what was answered and not asked again. The answer is how many."""
    found = queries.to_close(at)
    for one in found:
        close(objection=one, at=at)
    return len(found)
