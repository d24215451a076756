"""What whoever objects does: raise it, take it back, withdraw it, ask for a review."""

import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.accounts.actions import count_use
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import NOBODY, Actor
from sanshe.core.kit.refused import Refused, insist, insist_all
from sanshe.core.objections import rules
from sanshe.core.objections.actions.telling import tell, write_objector
from sanshe.core.objections.enums import E, Letter, R, State
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries import SUBJECTS, due_days, listing_of
from sanshe.core.objections.types import Listing, Origin, Said
from sanshe.core.rows.actions import move
from sanshe.core.serials.actions import next_number


@transaction.atomic
def raise_(
    *,
    kind: str,
    listing: UUID,
    subject: UUID | None,
    said: Said,
    at: datetime.datetime,
    by: Actor = NOBODY,
    origin: Origin | None = None,
) -> Objection:
    """Anyone may object to one thing of what was announced, with a fact, a name and a telephone, within its window."""
    announced = listing_of(kind, listing)
    title = _insist_may_raise(announced, subject, said, at)
    assert announced is not None and subject is not None
    if origin is not None:
        _pace(kind, announced, origin)
    row = _made(kind, announced, subject, title, said, by, at)
    write_objector(Letter.RECEIVED, row, by, at, due=shanghai.short(row.answer_due_on))
    tell(E.RAISED, row, by, at, number=row.number, place=subject)
    return row


def _insist_may_raise(listing: Listing | None, subject: UUID | None, said: Said, at: datetime.datetime) -> str:
    """What it is called that is objected to. What is missing is told all at once, each for its field."""
    if listing is None:
        raise Refused(R.NOT_IN_WINDOW)
    title = dict(listing.items).get(subject, "") if subject else ""
    why = rules.refusal_to_raise(opens=listing.opens, closes=listing.closes, at=at, on_list=bool(title))
    insist(None if why == R.NOT_ON_LIST else why)
    insist_all({"subject": why, **rules.faults_of(fact=said.fact, name=said.name, phone=said.phone)})
    return title


def _pace(kind: str, listing: Listing, origin: Origin) -> None:
    """Refuses TOO_OFTEN when more come from one browser or address, or to one announcement, than people write."""
    counts = (
        (f"device:{origin.device}", rules.MOST_OF_DEVICE),
        (f"address:{origin.address}", rules.MOST_OF_ADDRESS),
        (f"{kind}:{listing.key}", rules.MOST_OF_LISTING),
    )
    try:
        for what, most in counts:
            count_use(what=f"objection:{what}", most=most, per=rules.PACE, real=origin.real)
    except Refused as refused:
        raise Refused(R.TOO_OFTEN, wait=rules.PACE, **listing.contact) from refused


def _made(
    kind: str, listing: Listing, subject: UUID, title: str, said: Said, by: Actor, at: datetime.datetime
) -> Objection:
    day = shanghai.day(at)
    number = f"{day:%y%m%d}-{next_number(series=f'{kind}.{day:%y%m%d}'):03d}"
    accept_due, answer_due = due_days(at, SUBJECTS[kind].days)
    about = {"listing": listing.key, "listing_title": listing.title, "notice": listing.notice}
    written = {"fact": said.fact.strip(), "name": said.name.strip(), "phone": said.phone.strip()}
    when = {"raised_at": at, "undo_until": rules.undo_until(raised_at=at, closes=listing.closes)}
    return Objection.objects.create(
        kind=kind,
        number=number,
        subject=subject,
        title=title,
        area_path=listing.area_path,
        grounds=list(said.grounds),
        raised_by=by.id,
        accept_due_on=accept_due,
        answer_due_on=answer_due,
        **about,
        **written,
        **when,
    )


@transaction.atomic
def take_back(*, objection: Objection, at: datetime.datetime, by: Actor = NOBODY) -> None:
    """Who raised it has it back within ten minutes, as if it had not been: what they wrote is wiped out."""
    state = State(objection.state)
    insist(rules.refusal_to_take_back(state=state, until=objection.undo_until, at=at))
    wiped = {"fact": "", "name": "", "phone": "", "track_index": "", "grounds": []}
    move(objection, State.TAKEN_BACK, refused=R.HANDLED, closed_at=at, **wiped)
    tell(E.TAKEN_BACK, objection, by, at)


@transaction.atomic
def withdraw(*, objection: Objection, at: datetime.datetime, by: Actor = NOBODY) -> None:
    """Who raised it withdraws it, until it is taken up; it stays on record."""
    insist(rules.refusal_to_withdraw(state=State(objection.state), is_own=True))
    move(objection, State.WITHDRAWN, refused=R.HANDLED, closed_at=at)
    tell(E.WITHDRAWN, objection, by, at)


@transaction.atomic
def ask_review(*, objection: Objection, reason: str, at: datetime.datetime, by: Actor = NOBODY) -> None:
    """Who objected asks for another look, within the days that run from the answer."""
    due = review_ends(objection)
    insist(rules.refusal_to_ask_review(due_moment=due, at=at, reason=reason))
    said = {"review_reason": reason.strip()[:1000], "review_asked_at": at}
    move(objection, State.UNDER_REVIEW, refused=R.MOVE_NOT_ALLOWED, **said)
    tell(E.REVIEW_ASKED, objection, by, at)


def review_ends(objection: Objection) -> datetime.datetime:
    """When the days to ask for a review are over; they begin with the answer."""
    if objection.review_due_on is None:
        raise Refused(R.MOVE_NOT_ALLOWED)
    return Due(objection.review_due_on).moment
