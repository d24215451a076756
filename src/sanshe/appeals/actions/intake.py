"""Taking in and screening: accepted, sent elsewhere, not accepted, answered at once; and another category later."""

from datetime import datetime
from typing import cast
from uuid import UUID

from django.db import transaction

from sanshe.appeals.actions import clocks
from sanshe.appeals.adapters import new_code
from sanshe.appeals.enums import Channel, ClockKind, Duty, E, Ground, R, State, Step
from sanshe.appeals.models import Appeal, Category, DutyItem
from sanshe.appeals.queries.appeals import running
from sanshe.appeals.queries.finding import entry
from sanshe.appeals.queries.settings import term_of
from sanshe.appeals.rules import intake as rules
from sanshe.appeals.types import Taken, Told
from sanshe.core.areas.rules import district_of
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.parties.actions import know_person
from sanshe.core.privacy.fields import BlindIndex
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another, refusal_of_phone
from sanshe.core.search.actions import index_all
from sanshe.core.serials.actions import next_number
from sanshe.core.tracking.rules import key


@transaction.atomic
def take_in(
    *,
    area_path: str,
    category: Category,
    channel: Channel,
    title: str,
    told: Told,
    by: Actor,
    at: datetime,
    is_read_back: bool = False,
    answered: str = "",
) -> Taken:
    """An appeal, by one's own telephone or typed for somebody. The clocks of screening and first contact run, unless it
    was `answered` at once: then it is over, and counts as a contact of the day like every other."""
    insist(rules.refusal_to_take_in(text=told.text, channel=channel, is_read_back=is_read_back))
    insist(None if category.area_path == district_of(area_path) else R.OTHER_DISTRICT)
    insist(refusal_of_phone(told.phone))
    person = _person(area_path, told, by, at)
    number = _number(area_path, at)
    code = "" if person else new_code()
    over = {"state": State.ANSWERED, "screened_at": at, "screened_by": by.id, "closed_at": at}
    row = Appeal.objects.create(
        area_path=area_path,
        district=district_of(area_path),
        number=number,
        channel=channel,
        category=category,
        title=title.strip() or category.name,
        text=told.text.strip(),
        place=told.place.strip(),
        answer=answered.strip(),
        person=person,
        track_index=_index("track_index", key(number, told.phone)) if person else None,
        code_index=_index("code_index", code),
        received_at=at,
        taken_by=by.id,
        **(over if answered.strip() else {}),
    )
    said = {"number": number, "channel": channel, "category": category.name}
    record(E.RECEIVED, row, by=by, at=at, **said)
    if answered.strip():
        record(E.ANSWERED, row, by=by, at=at)
    else:
        _start(row, at)
    index_all([entry(row)])
    return Taken(row, code)


def _start(row: Appeal, at: datetime) -> None:
    clocks.start(row, ClockKind.SCREEN, term_of(row.area_path, Step.SCREEN), at=at)
    if row.person:
        clocks.start(row, ClockKind.CONTACT, row.category.contact, at=at)


def _person(area_path: str, told: Told, by: Actor, at: datetime) -> UUID | None:
    if not told.phone.strip():
        return None
    return know_person(phone=told.phone, name=told.name, area_path=area_path, by=by, at=at).pk


def _number(area_path: str, at: datetime) -> str:
    day = f"{shanghai.day(at):%y%m%d}"
    return rules.number(day, next_number(series=f"appeals:{district_of(area_path)}:{day}"))


def _index(field: str, text: str) -> str | None:
    return cast(BlindIndex, Appeal._meta.get_field(field)).of(text)


@transaction.atomic
def accept(*, appeal: Appeal, duty_item: DutyItem, by: Actor, at: datetime) -> Appeal:
    """Accepted by an item of the list of duties. Handling is counted from the receipt."""
    if appeal.state == State.DECLINED:  # asked to look again: somebody else decides
        another(by.id, [appeal.screened_by], Duty.DECLINER)
    insist(None if duty_item.area_path == district_of(appeal.area_path) else R.OTHER_DISTRICT)
    _screen(appeal, State.ACCEPTED, by, at, duty_item=duty_item, ground="", closed_at=None)
    clocks.start(appeal, ClockKind.HANDLE, appeal.category.handle, at=appeal.received_at)
    record(E.ACCEPTED, appeal, by=by, at=at, duty=str(duty_item))
    return appeal


@transaction.atomic
def redirect(*, appeal: Appeal, where: str, by: Actor, at: datetime) -> Appeal:
    """It belongs elsewhere: told to the resident, with the way there."""
    insist(rules.refusal_of_words(where))
    _screen(appeal, State.REDIRECTED, by, at, answer=where.strip(), closed_at=at)
    record(E.REDIRECTED, appeal, by=by, at=at)
    return appeal


@transaction.atomic
def decline(*, appeal: Appeal, ground: Ground | None, where: str, by: Actor, at: datetime) -> Appeal:
    """Not accepted, by one of six grounds, with where it belongs."""
    insist(rules.refusal_to_decline(ground=ground, channel=where))
    _screen(appeal, State.DECLINED, by, at, ground=ground, answer=where.strip(), closed_at=at)
    record(E.DECLINED, appeal, by=by, at=at, ground=ground)
    return appeal


@transaction.atomic
def answer(*, appeal: Appeal, words: str, by: Actor, at: datetime) -> Appeal:
    """Answered at once; that was the contact too."""
    insist(rules.refusal_of_words(words))
    _screen(appeal, State.ANSWERED, by, at, answer=words.strip(), closed_at=at)
    record(E.ANSWERED, appeal, by=by, at=at)
    return appeal


def _screen(appeal: Appeal, to: State, by: Actor, at: datetime, **fields: object) -> None:
    move(appeal, to, screened_at=at, screened_by=by.id, **fields)
    clocks.stop(appeal, ClockKind.SCREEN, at=at)
    if to == State.ANSWERED:
        clocks.stop(appeal, ClockKind.CONTACT, at=at)
    elif to != State.ACCEPTED:
        clocks.drop(appeal, at=at)


@transaction.atomic
def recategorise(*, appeal: Appeal, category: Category, by: Actor, at: datetime) -> Appeal:
    """Another category: the terms of contact and handling are counted anew from the same start."""
    insist(None if category.area_path == district_of(appeal.area_path) else R.OTHER_DISTRICT)
    insist(None if appeal.state in State.in_work() | {State.RECEIVED} else R.CLOCK_STANDS)
    old = appeal.category.name
    change(appeal, category=category)
    for kind, term in ((ClockKind.CONTACT, category.contact), (ClockKind.HANDLE, category.handle)):
        clock = running(appeal, kind)
        if clock is not None:
            clocks.retime(clock, term, at=at)
    index_all([entry(appeal)])
    record(E.RECATEGORISED, appeal, by=by, at=at, old={"category": old}, category=category.name)
    return appeal
