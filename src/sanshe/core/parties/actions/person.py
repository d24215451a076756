"""Writing persons."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.areas.rules import district_of
from sanshe.core.kit import same
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.enums import E, R
from sanshe.core.parties.models import Person
from sanshe.core.parties.queries.person import by_phone, not_used_since
from sanshe.core.parties.rules import person as rules
from sanshe.core.rows.actions import change, held, record
from sanshe.core.rows.rules import refusal_of_phone


@transaction.atomic
def know_person(*, phone: str, name: str = "", area_path: str, by: Actor, at: datetime.datetime) -> Person:
    """The person of this telephone in the district of a place, made now when nobody is known by it."""
    insist(R.NO_PHONE if not phone.strip() else refusal_of_phone(phone), field="phone")
    district = district_of(area_path)
    found = by_phone(district, phone)
    if found is None:
        found = _made(phone, name, district, by, at)
    Person.objects.filter(pk=found.pk).update(used_at=at)
    return found


def _made(phone: str, name: str, district: str, by: Actor, at: datetime.datetime) -> Person:
    told = {"name": name.strip(), "phone": same.phone(phone), "area_path": district}
    try:
        with transaction.atomic():
            row = Person.objects.create(**told, known_at=at, used_at=at)
    except IntegrityError:  # somebody was faster: it is the same person
        found = by_phone(district, phone)
        if found is None:
            raise
        return found
    record(E.PERSON_KNOWN, row, by=by, at=at)
    return row


@transaction.atomic
def correct_person(
    *, person: Person, version: int, name: str, phone: str, reason: str, by: Actor, at: datetime.datetime
) -> None:
    """Another name or telephone, as it was read; the record says which, never the text. Blank leaves what is there."""
    _insist_there(person)
    insist(rules.refusal_of_reason(reason))
    insist(refusal_of_phone(phone), field="phone")
    insist(None if person.version == version else R.STALE)
    given = {"name": name.strip(), "phone": same.phone(phone) if phone.strip() else ""}
    changed = {field: value for field, value in given.items() if value}
    _write(person, **changed)
    record(E.PERSON_CORRECTED, person, by=by, at=at, note=reason.strip()[:200], **dict.fromkeys(changed, "…"))


@transaction.atomic
def merge_persons(*, person: Person, into: Person, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Two rows are one person: this one stands for the other from now on, once, and everything that names it stays."""
    now, other = held(person, into)
    _insist_there(now)
    _insist_there(other)
    where = {"is_same": person.pk == into.pk, "district": now.area_path, "other": other.area_path}
    alike = rules.is_alike((now.name_index, now.phone_index), (other.name_index, other.phone_index))
    insist(rules.refusal_to_merge(**where, is_alike=alike, reason=reason))
    _write(person, merged_into=into, name="", phone="")
    said: dict[str, Any] = {"by": by, "at": at, "note": reason.strip()[:200]}
    record(E.PERSON_MERGED, person, into=into.pk, **said)
    record(E.PERSON_MERGED, into, merged=person.pk, **said)


@transaction.atomic
def destroy_person(*, person: Person, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Name and telephone are gone for good; the row stays, and with it what was counted."""
    _insist_there(person)
    insist(rules.refusal_of_reason(reason))
    _write(person, name="", phone="", destroyed_at=at)
    record(E.PERSON_DESTROYED, person, by=by, at=at, note=reason.strip()[:200])


@transaction.atomic
def show_person(*, person: Person, reason: str, by: Actor, at: datetime.datetime) -> dict[str, str]:
    """The clear text of what is masked; the look and its reason go on record before it is given."""
    insist(rules.refusal_of_reason(reason))
    record(E.PERSON_SHOWN, person, by=by, at=at, note=reason.strip()[:200])
    return {"name": person.name, "phone": person.phone}


def purge_persons(at: datetime.datetime) -> int:
    """Destroy those whom no matter named for a year and no app keeps; each night. Returns how many."""
    found = not_used_since(at - datetime.timedelta(days=rules.KEPT_DAYS))
    for one in found:
        destroy_person(person=one, reason="保存期满", by=SYSTEM, at=at)
    return len(found)


def _insist_there(person: Person) -> None:
    is_merged, is_destroyed = person.merged_into_id is not None, person.destroyed_at is not None
    insist(rules.refusal_to_touch(is_merged=is_merged, is_destroyed=is_destroyed))


def _write(person: Person, **fields: object) -> None:
    """As it was read, and through the model: an encrypted field and its index change together."""
    try:
        with transaction.atomic():
            change(person, refused=R.STALE)
            for name, value in fields.items():
                setattr(person, name, value)
            person.save()
    except IntegrityError as error:
        raise Refused(R.PHONE_TAKEN) from error
