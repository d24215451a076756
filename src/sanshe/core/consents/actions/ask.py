"""Asking for consent: who, for which media, until when one may answer."""

from datetime import datetime

from django.db import transaction

from sanshe.core.calendar.queries import workdays
from sanshe.core.consents import phrases, queries, rules
from sanshe.core.consents.enums import E, Medium, State
from sanshe.core.consents.models import Consent, ConsentRequest
from sanshe.core.consents.types import Asked, Matter
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.parties.actions import know_person
from sanshe.core.parties.models import Person
from sanshe.core.rows.actions import move, record
from sanshe.core.serials.actions import next_number
from sanshe.core.tracking.queries import index_of

ASKED = "consents.asked"


@transaction.atomic
def ask(*, matter: Matter, phone: str, name: str, asked: Asked, by: Actor, at: datetime) -> ConsentRequest:
    """Ask somebody: they read it on their own telephone, and may as well answer on paper."""
    today = shanghai.day(at)
    earliest = workdays().add_workdays(today, rules.LEAST_WORKDAYS)
    is_manager = queries.is_manager(by, phone, at)
    refused = rules.refusal_to_ask(asked, earliest=earliest, is_manager=is_manager)
    insist(refused, date=shanghai.short(earliest))
    person = know_person(phone=phone, name=name, area_path=matter.area_path, by=by, at=at)
    _make_room(matter, person, asked, at)
    number = rules.number(today, next_number(series=f"consents.{today:%y%m%d}"))
    row = ConsentRequest.objects.create(
        kind=matter.kind, subject=matter.key, title=matter.title[:80], number=number, person=person.pk,
        area_path=matter.area_path, part=asked.part.strip()[:40], capacity=asked.capacity,
        guardian=asked.guardian.strip()[:20], months=asked.months, asked_at=at, asked_by=by.id,
        answer_by=asked.answer_by, track_index=index_of(number, person.phone) or None,
    )  # fmt: skip
    Consent.objects.bulk_create([Consent(request=row, area_path=row.area_path, medium=one) for one in asked.media])
    record(E.ASKED, row, by=by, at=at, media=list(asked.media), answer_by=asked.answer_by, months=asked.months)
    _tell(row, person, asked, by, at)
    return row


def _make_room(matter: Matter, person: Person, asked: Asked, at: datetime) -> None:
    """What was asked before, and is not answered, gives way to what is asked now."""
    for medium in asked.media:
        found = queries.earlier(matter.kind, matter.key, person.pk, Medium(medium))
        if found is None:
            continue
        row, before = found
        day = before.ends_on if before.state == State.GIVEN and before.ends_on else before.asked_on
        insist(rules.refusal_to_repeat(before, at=at), date=shanghai.short(day))
        if row.state == State.ASKED:
            move(row, State.REPLACED, ended_at=at)


def _tell(row: ConsentRequest, person: Person, asked: Asked, by: Actor, at: datetime) -> None:
    media = "、".join(str(phrases.MEDIA[one]) for one in asked.media)
    values = {"title": row.title, "media": media, "number": row.number, "day": shanghai.short(row.answer_by)}
    to = Recipient(phone=person.phone)
    send(template=ASKED, to=to, values=values, by=by, at=at, key=f"consents:{row.pk}")
